package org.trabecula.figures;

import java.util.List;
import java.util.Locale;
import org.trabecula.figures.Svg.Anchor;

/// One estimate with its interval a row: areas under the curve by subgroup, by model, by centre.
public final class ForestFigure {
    private static final int ROW = 24;
    private static final int NAMES = 190;
    private static final int NUMBERS = 150;
    private static final int WIDTH = 640;

    private ForestFigure() {}

    /// @param name of the row
    /// @param n    cases it rests on; 0 is not written
    public record Row(String name, int n, double estimate, double lower, double upper) {}

    /// @param label     of the axis, such as `AUC`
    /// @param axis      its range
    /// @param reference where a dashed line stands, such as 0.5
    public static String svg(String title, String label, Scale axis, double reference, List<Row> rows) {
        double tall = ROW * Math.max(1, rows.size());
        Svg svg = new Svg(WIDTH, (int) tall + 66, title);
        Plot plot = new Plot(svg, axis, Scale.unit(), NAMES, 12, WIDTH - NAMES - NUMBERS - 10, tall);
        for (double tick : axis.ticks()) {
            svg.line(plot.x(tick), 12, plot.x(tick), 12 + tall, Pen.GRID);
            svg.text(plot.x(tick), 12 + tall + 18, axis.label(tick), Anchor.MIDDLE);
        }
        svg.line(plot.left, 12 + tall, plot.left + plot.width, 12 + tall, Pen.AXIS);
        svg.line(plot.x(reference), 12, plot.x(reference), 12 + tall, Pen.REFERENCE);
        svg.text(plot.left + plot.width / 2, 12 + tall + 40, label, Anchor.MIDDLE);
        for (int r = 0; r < rows.size(); r++) {
            Row row = rows.get(r);
            double y = 12 + ROW * (r + 0.5);
            String name = row.n() == 0 ? row.name() : row.name() + "  (n = " + row.n() + ")";
            svg.text(NAMES - 10, y + 4.5, Svg.shortened(name, 30), Anchor.END);
            if (Double.isNaN(row.estimate())) {
                svg.text(WIDTH - NUMBERS + 8, y + 4.5, "not estimable", Anchor.START, Svg.TEXT, Svg.SOFT, false);
                continue;
            }
            if (!Double.isNaN(row.lower() + row.upper())) {
                svg.line(inside(plot, row.lower()), y, inside(plot, row.upper()), y, Pen.solid(Palette.colour(0), 2));
            }
            svg.circle(inside(plot, row.estimate()), y, 4.5, Palette.colour(0), "#ffffff");
            String numbers = String.format(
                    Locale.ROOT, "%.3f (%.3f–%.3f)", row.estimate(), row.lower(), row.upper());
            svg.text(WIDTH - NUMBERS + 8, y + 4.5, numbers.replace(" (NaN–NaN)", ""), Anchor.START);
        }
        return svg.document();
    }

    private static double inside(Plot plot, double value) {
        return Math.max(plot.left, Math.min(plot.left + plot.width, plot.x(value)));
    }
}
