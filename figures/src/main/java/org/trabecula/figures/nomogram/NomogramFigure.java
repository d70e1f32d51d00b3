package org.trabecula.figures.nomogram;

import java.util.List;
import java.util.function.UnaryOperator;
import org.trabecula.figures.Pen;
import org.trabecula.figures.Svg;
import org.trabecula.figures.Svg.Anchor;
import org.trabecula.figures.nomogram.NomogramLayout.Mark;
import org.trabecula.figures.nomogram.NomogramLayout.Row;
import org.trabecula.stats.nomogram.Link;
import org.trabecula.stats.nomogram.Nomogram;

/// A nomogram for print, 180 mm wide with text of 8 pt: points, one axis per variable, total points, linear predictor,
/// probability.
///
/// To read it: go straight up from each value to the points, add them up, go straight down from the total. Thin lines help
/// the eye. A spline that turns back has the labels of its falling part above the line.
public final class NomogramFigure {
    private static final double TICK = 5;

    private NomogramFigure() {}

    /// @param title       for people who cannot see it
    /// @param probability what the last axis says, such as "Probability of acute"
    /// @param titles      what stands beside a variable's axis, with its unit: `age` may become `Age (years)`
    public static String svg(
            String title, Nomogram nomogram, Link link, String probability, UnaryOperator<String> titles) {
        return draw(title, NomogramLayout.of(nomogram, link, probability, titles));
    }

    static String draw(String title, NomogramLayout layout) {
        Svg svg = new Svg(NomogramLayout.WIDTH, layout.height(), title);
        List<Row> rows = layout.rows();
        guides(svg, layout.points(), rows.get(rows.size() - 4).y());
        guides(svg, layout.total(), layout.probability().y());
        for (Row row : rows) {
            row(svg, row, row == layout.points() || row == layout.total());
        }
        return svg.document();
    }

    private static void guides(Svg svg, Row scale, double to) {
        for (Mark mark : scale.marks()) {
            svg.line(mark.x(), scale.y(), mark.x(), to, Pen.GRID);
        }
    }

    private static void row(Svg svg, Row row, boolean bold) {
        double first = row.y() + 4.5 - 8 * (row.title().size() - 1);
        for (int n = 0; n < row.title().size(); n++) {
            svg.text(NomogramLayout.LEFT - 16, first + 16 * n, row.title().get(n), Anchor.END, Svg.TEXT, Svg.INK, bold);
        }
        svg.line(row.from(), row.y(), row.to(), row.y(), Pen.solid(Svg.INK, 1.4));
        for (Mark mark : row.marks()) {
            double end = row.y() + (mark.tier() < 0 ? -TICK : TICK);
            svg.line(mark.x(), row.y(), mark.x(), end, Pen.AXIS);
            if (mark.tier() != 0) {
                label(svg, row.y(), mark);
            }
        }
    }

    /// On a white ground, so that no guide runs through it.
    private static void label(Svg svg, double y, Mark mark) {
        double baseline = mark.tier() > 0
                ? y + TICK + NomogramLayout.TIER * mark.tier() - 2
                : y - TICK - 2 + NomogramLayout.TIER * (mark.tier() + 1);
        double wide = Svg.width(mark.label(), Svg.SMALL);
        svg.rectangle(mark.x() - wide / 2 - 1, baseline - 9, wide + 2, 11, "#ffffff");
        svg.text(mark.x(), baseline, mark.label(), Anchor.MIDDLE, Svg.SMALL, Svg.INK, false);
    }
}
