package org.trabecula.figures;

import java.util.List;
import org.trabecula.core.Shown;
import org.trabecula.figures.Svg.Anchor;
import org.trabecula.stats.roc.Confusion;

/// The four counts of a yes/no test, shaded by their share of the class.
public final class ConfusionFigure {
    private static final int CELL = 118;

    private ConfusionFigure() {}

    /// @param positive the name of the positive class, such as `acute`
    /// @param negative the name of the other
    public static String svg(String title, Confusion counts, String positive, String negative) {
        List<String> names = ShortNames.of(List.of(positive, negative), 24);
        double longest = names.stream().mapToDouble(name -> Svg.width(name, Svg.TEXT)).max().orElse(0);
        int left = (int) Math.ceil(Math.max(70, longest)) + 38;
        int top = 54;
        Svg svg = new Svg(left + 2 * CELL + 14, top + 2 * CELL + 14, title);
        svg.text(left + CELL, 20, "Called", Anchor.MIDDLE, Svg.TEXT, Svg.SOFT, false);
        int[][] table = {{counts.tp(), counts.fn()}, {counts.fp(), counts.tn()}};
        int[] totals = {counts.cases(), counts.controls()};
        svg.upwards(20, top + CELL, "In truth", Anchor.MIDDLE, Svg.TEXT, Svg.SOFT);
        for (int row = 0; row < 2; row++) {
            double middle = top + CELL * (row + 0.5);
            svg.text(left + CELL * (row + 0.5), 42, ShortNames.middle(names.get(row), 16), Anchor.MIDDLE);
            svg.text(left - 8, middle, names.get(row), Anchor.END);
            svg.text(left - 8, middle + 16, "n = " + totals[row], Anchor.END, Svg.SMALL, Svg.SOFT, false);
            for (int column = 0; column < 2; column++) {
                double share = totals[row] == 0 ? 0 : (double) table[row][column] / totals[row];
                double x = left + CELL * (column + 0.0);
                double y = top + CELL * (row + 0.0);
                boolean right = row == column;
                svg.rectangle(x, y, CELL, CELL, Palette.diverging(right ? -0.75 * share : 0.75 * share), "#ffffff", 0);
                svg.text(x + CELL / 2.0, y + 62, Integer.toString(table[row][column]), Anchor.MIDDLE, 26, Svg.INK, true);
                String percent = totals[row] == 0 ? "" : Shown.fixed(100 * share, 1) + " %";
                svg.text(x + CELL / 2.0, y + 86, percent, Anchor.MIDDLE);
            }
        }
        return svg.document();
    }
}
