package org.trabecula.figures;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.trabecula.figures.Svg.Anchor;

/// The coefficients of a signature as bars, strongest first: orange raises the score, blue lowers it.
public final class CoefficientFigure {
    private static final int ROW = 17;
    private static final int NAME_CHARACTERS = 62;
    private static final int BARS = 300;

    private CoefficientFigure() {}

    /// @param names        of the features
    /// @param coefficients one each
    public static String svg(String title, List<String> names, double[] coefficients) {
        int n = coefficients.length;
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer f) -> -Math.abs(coefficients[f])))
                .mapToInt(Integer::intValue)
                .toArray();
        double low = 0;
        double high = 0;
        for (double c : coefficients) {
            low = Math.min(low, c);
            high = Math.max(high, c);
        }
        if (low == high) {
            high = 1; // no feature at all: an empty frame
        }
        List<String> shorts = ShortNames.of(names, NAME_CHARACTERS);
        double longest = shorts.stream().mapToDouble(name -> Svg.width(name, Svg.SMALL)).max().orElse(0);
        int room = (int) Math.ceil(longest) + 16;
        double tall = ROW * Math.max(1, n) + 4;
        Svg svg = new Svg(room + BARS + 30, (int) tall + 62, title);
        Plot plot = new Plot(
                svg, Scale.around(low, high, 5), Scale.unit(), room + 8, 10, BARS, tall);
        for (double tick : plot.xScale.ticks()) {
            svg.line(plot.x(tick), plot.top, plot.x(tick), plot.top + tall, Pen.GRID);
            svg.text(plot.x(tick), plot.top + tall + 18, plot.xScale.label(tick), Anchor.MIDDLE);
        }
        svg.text(plot.left + plot.width / 2, plot.top + tall + 40, "Coefficient", Anchor.MIDDLE);
        for (int rank = 0; rank < n; rank++) {
            double c = coefficients[order[rank]];
            double y = plot.top + 2 + ROW * rank;
            double from = plot.x(Math.min(0, c));
            svg.rectangle(from, y + 3, plot.x(Math.max(0, c)) - from, ROW - 6, c > 0 ? Palette.ACUTE : Palette.CHRONIC);
            svg.text(room, y + ROW - 5, shorts.get(order[rank]), Anchor.END, Svg.SMALL, Svg.INK, false);
        }
        svg.line(plot.x(0), plot.top, plot.x(0), plot.top + tall, Pen.AXIS);
        return svg.document();
    }
}
