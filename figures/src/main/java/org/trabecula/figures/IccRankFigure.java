package org.trabecula.figures;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;
import org.trabecula.figures.Svg.Anchor;

/// Reproducibility of every feature in one comparison: the ICC by rank with its interval, from the lowest up.
public final class IccRankFigure {
    private IccRankFigure() {}

    /// @param icc     of each feature; NaN is left out, what lies below −1 is drawn at −1
    /// @param lower   limits of its interval; NaN where there are none
    /// @param upper   likewise
    /// @param label   of the axis, such as `ICC(2,1)`
    /// @param atLeast the threshold that keeps a feature; NaN for none
    public static String svg(String title, String label, double[] icc, double[] lower, double[] upper, double atLeast) {
        int[] order = IntStream.range(0, icc.length)
                .filter(f -> !Double.isNaN(icc[f]))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer f) -> icc[f]))
                .mapToInt(Integer::intValue)
                .toArray();
        double lowest = IntStream.of(order).mapToDouble(f -> Math.min(icc[f], lower[f])).filter(v -> !Double.isNaN(v)).min().orElse(0);
        Svg svg = new Svg(Plot.WIDTH, Plot.HEIGHT, title);
        Plot plot = new Plot(svg, Scale.linear(0, Math.max(1, order.length), 6),
                Scale.around(Math.max(-1, Math.min(0, lowest)), 1, 6), 62, 14, Plot.WIDTH - 78, Plot.HEIGHT - 68);
        plot.axes("Features by rank", label);
        Pen limits = Pen.solid("#b3bcc8", Math.clamp(0.6 * plot.width / Math.max(1, order.length), 0.3, 4));
        double floor = plot.yScale.low();
        int kept = 0;
        for (int rank = 0; rank < order.length; rank++) {
            int f = order[rank];
            if (lower[f] <= upper[f]) {
                plot.segment(rank + 0.5, Math.max(floor, lower[f]), rank + 0.5, Math.max(floor, upper[f]), limits);
            }
        }
        for (int rank = 0; rank < order.length; rank++) {
            double value = icc[order[rank]];
            boolean keeps = value >= atLeast;
            kept += keeps ? 1 : 0;
            plot.dot(rank + 0.5, Math.max(floor, value), order.length > 150 ? 1.3 : 2.2,
                    keeps || Double.isNaN(atLeast) ? Palette.colour(2) : Palette.ACUTE);
        }
        plot.segment(0, 0, plot.xScale.high(), 0, Pen.AXIS);
        if (!Double.isNaN(atLeast)) {
            plot.segment(0, atLeast, plot.xScale.high(), atLeast, Pen.REFERENCE);
            String words = String.format(Locale.ROOT, "%d of %d reach %s", kept, order.length, atLeast);
            svg.text(plot.left + plot.width - 6, plot.top + plot.height - 10, words, Anchor.END, Svg.SMALL, Svg.INK, true);
        }
        return svg.document();
    }
}
