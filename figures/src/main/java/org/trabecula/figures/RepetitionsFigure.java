package org.trabecula.figures;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.trabecula.core.Shown;
import org.trabecula.figures.Svg.Anchor;

/// A number of each model over the repetitions of a cross-validation: a dot a repetition, and above them the mean with its confidence
/// interval. The dots are no sample that the interval is made of, so the two stand apart.
public final class RepetitionsFigure {
    private static final int ROW = 40;
    private static final int NUMBERS = 164;
    private static final int VALUES = 320;
    private static final double ABOVE = -9;
    private static final double BELOW = 7;

    private RepetitionsFigure() {}

    /// @param name        of the model
    /// @param mean        NaN where there is none
    /// @param lower       of the mean's interval; NaN where there is none
    /// @param upper       likewise
    /// @param repetitions one value each; NaN where one has none
    public record Row(String name, double mean, double lower, double upper, double[] repetitions) {}

    /// @param label     of the axis, such as `AUC`
    /// @param reference where a dashed line stands, such as 0.5
    public static String svg(String title, String label, double reference, List<Row> rows) {
        double tall = ROW * Math.max(1, rows.size());
        double left = rows.stream().mapToDouble(row -> Svg.width(row.name(), Svg.TEXT)).max().orElse(0) + 24;
        int width = (int) Math.ceil(left) + VALUES + NUMBERS + 10;
        Svg svg = new Svg(width, (int) tall + 66, title);
        Plot plot = new Plot(svg, axis(reference, rows), Scale.unit(), left, 12, VALUES, tall);
        for (double tick : plot.xScale.ticks()) {
            svg.line(plot.x(tick), 12, plot.x(tick), 12 + tall, Pen.GRID);
            svg.text(plot.x(tick), 12 + tall + 18, plot.xScale.label(tick), Anchor.MIDDLE);
        }
        svg.line(plot.left, 12 + tall, plot.left + plot.width, 12 + tall, Pen.AXIS);
        svg.line(plot.x(reference), 12, plot.x(reference), 12 + tall, Pen.REFERENCE);
        svg.text(plot.left + plot.width / 2, 12 + tall + 40, label, Anchor.MIDDLE);
        for (int r = 0; r < rows.size(); r++) {
            Row row = rows.get(r);
            double y = 12 + ROW * (r + 0.5);
            svg.text(left - 10, y + 4.5, row.name(), Anchor.END);
            draw(svg, plot, row, y, Palette.colour(0));
            svg.text(width - NUMBERS + 8, y + 4.5, numbers(row), Anchor.START);
        }
        return svg.document();
    }

    private static void draw(Svg svg, Plot plot, Row row, double y, String colour) {
        for (double value : row.repetitions()) {
            if (!Double.isNaN(value)) {
                svg.circle(plot.x(value), y + BELOW, Plot.DOT, Palette.colour(1), "none");
            }
        }
        if (Double.isNaN(row.mean())) {
            return;
        }
        if (!Double.isNaN(row.lower() + row.upper())) {
            svg.line(plot.x(row.lower()), y + ABOVE, plot.x(row.upper()), y + ABOVE, Pen.solid(colour, 2));
        }
        svg.circle(plot.x(row.mean()), y + ABOVE, 4.5, colour, "#ffffff");
    }

    private static String numbers(Row row) {
        if (Double.isNaN(row.mean())) {
            return Shown.NOT_ESTIMABLE;
        }
        return Double.isNaN(row.lower() + row.upper())
                ? Shown.fixed(row.mean(), 3)
                : Shown.interval(row.mean(), row.lower(), row.upper(), 3);
    }

    /// Wide enough for every value, and no wider.
    private static Scale axis(double reference, List<Row> rows) {
        double[] all = rows.stream()
                .flatMapToDouble(row -> DoubleStream.concat(
                        Arrays.stream(row.repetitions()), DoubleStream.of(row.mean(), row.lower(), row.upper())))
                .filter(Double::isFinite)
                .toArray();
        double low = Math.min(reference, Arrays.stream(all).min().orElse(reference));
        double high = Math.max(reference, Arrays.stream(all).max().orElse(reference));
        return high > low ? Scale.around(low, high, 5) : Scale.around(reference - 0.1, reference + 0.1, 5);
    }
}
