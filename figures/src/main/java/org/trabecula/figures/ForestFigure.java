package org.trabecula.figures;

import java.util.List;
import java.util.stream.IntStream;
import org.trabecula.core.Shown;
import org.trabecula.figures.Svg.Anchor;

/// One estimate with its interval a row: areas under the curve by subgroup, by model, by centre.
public final class ForestFigure {
    private static final int ROW = 24;
    private static final int NUMBERS = 164;
    private static final int INTERVALS = 300;
    private static final int NAME_CHARACTERS = 40;

    private ForestFigure() {}

    /// @param name     of the row
    /// @param n        cases it rests on; 0 is not written
    /// @param estimate NaN where there is none
    /// @param instead  what stands in the place of an estimate that there is none of
    public record Row(String name, int n, double estimate, double lower, double upper, String instead) {
        public Row(String name, int n, double estimate, double lower, double upper) {
            this(name, n, estimate, lower, upper, Shown.NOT_ESTIMABLE);
        }

        /// A row without an estimate.
        public static Row without(String name, int n, String instead) {
            return new Row(name, n, Double.NaN, Double.NaN, Double.NaN, instead);
        }
    }

    /// @param label     of the axis, such as `AUC`
    /// @param axis      its range
    /// @param reference where a dashed line stands, such as 0.5
    public static String svg(String title, String label, Scale axis, double reference, List<Row> rows) {
        double tall = ROW * Math.max(1, rows.size());
        List<String> names = names(rows);
        double left = names.stream().mapToDouble(name -> Svg.width(name, Svg.TEXT)).max().orElse(0) + 24;
        int width = (int) Math.ceil(left) + INTERVALS + NUMBERS + 10;
        Svg svg = new Svg(width, (int) tall + 66, title);
        Plot plot = new Plot(svg, axis, Scale.unit(), left, 12, INTERVALS, tall);
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
            svg.text(left - 10, y + 4.5, names.get(r), Anchor.END);
            if (Double.isNaN(row.estimate())) {
                svg.text(width - NUMBERS + 8, y + 4.5, row.instead(), Anchor.START, Svg.TEXT, Svg.SOFT, false);
                continue;
            }
            if (!Double.isNaN(row.lower() + row.upper())) {
                svg.line(inside(plot, row.lower()), y, inside(plot, row.upper()), y, Pen.solid(Palette.colour(0), 2));
            }
            svg.circle(inside(plot, row.estimate()), y, 4.5, Palette.colour(0), "#ffffff");
            String numbers = Double.isNaN(row.lower() + row.upper())
                    ? Shown.fixed(row.estimate(), 3)
                    : Shown.interval(row.estimate(), row.lower(), row.upper(), 3);
            svg.text(width - NUMBERS + 8, y + 4.5, numbers, Anchor.START);
        }
        return svg.document();
    }

    private static List<String> names(List<Row> rows) {
        List<String> shorts = ShortNames.of(rows.stream().map(Row::name).toList(), NAME_CHARACTERS);
        return IntStream.range(0, rows.size())
                .mapToObj(r -> shorts.get(r) + (rows.get(r).n() == 0 ? "" : "  (n = " + rows.get(r).n() + ")"))
                .toList();
    }

    private static double inside(Plot plot, double value) {
        return Math.max(plot.left, Math.min(plot.left + plot.width, plot.x(value)));
    }
}
