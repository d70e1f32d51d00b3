package org.trabecula.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.trabecula.core.Shown;

/// Reproducibility of every feature in one comparison: the ICC by rank with its interval, from the lowest up, and the threshold.
public final class IccRankFigure {
    private static final String INTERVAL = "#b3bcc8";

    private IccRankFigure() {}

    /// @param icc     of each feature; NaN is left out and counted, what lies below −1 ends in a point at the frame's lower edge
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
        Scale scale = Scale.around(Math.max(-1, Math.min(0, lowest)), 1, 6);
        Legend legend = new Legend(entries(order, icc, lower, atLeast, scale.low()), Plot.WIDTH);
        Svg svg = new Svg(Plot.WIDTH, Plot.HEIGHT + legend.height(), title);
        double left = Plot.room(scale);
        Plot plot = new Plot(
                svg, Scale.counting(0, Math.max(1, order.length), 6), scale, left, 14, Plot.WIDTH - 16 - left, Plot.HEIGHT - 68);
        plot.axes("Features by rank", label);
        intervals(plot, order, lower, upper);
        plot.segment(0, 0, plot.xScale.high(), 0, Pen.AXIS);
        if (!Double.isNaN(atLeast)) {
            plot.segment(0, atLeast, plot.xScale.high(), atLeast, Pen.REFERENCE);
        }
        for (int rank = 0; rank < order.length; rank++) {
            double value = icc[order[rank]];
            String colour = value >= atLeast || Double.isNaN(atLeast) ? Palette.colour(2) : Palette.ACUTE;
            plot.dot(rank + 0.5, Math.max(scale.low(), value), Plot.DOT, colour);
        }
        legend.draw(svg, Plot.HEIGHT);
        return svg.document();
    }

    private static void intervals(Plot plot, int[] order, double[] lower, double[] upper) {
        Pen limits = Pen.solid(INTERVAL, Math.clamp(0.6 * plot.width / Math.max(1, order.length), 0.3, 4));
        double floor = plot.yScale.low();
        SvgPath points = new SvgPath();
        boolean cut = false;
        for (int rank = 0; rank < order.length; rank++) {
            int f = order[rank];
            if (lower[f] <= upper[f]) {
                plot.segment(rank + 0.5, Math.max(floor, lower[f]), rank + 0.5, Math.max(floor, upper[f]), limits);
                if (lower[f] < floor) {
                    double x = plot.x(rank + 0.5);
                    double y = plot.y(floor);
                    points.move(x, y + 4).line(x - 3, y - 3).line(x + 3, y - 3).close();
                    cut = true;
                }
            }
        }
        if (cut) {
            plot.svg.area(points, Svg.SOFT, 1);
        }
    }

    private static List<Legend.Entry> entries(int[] order, double[] icc, double[] lower, double atLeast, double floor) {
        List<Legend.Entry> entries = new ArrayList<>();
        long kept = IntStream.of(order).filter(f -> icc[f] >= atLeast).count();
        if (Double.isNaN(atLeast)) {
            entries.add(Legend.Entry.line("ICC of a feature", Pen.solid(Palette.colour(2), 6)));
        } else {
            String threshold = Shown.significant(atLeast, 3);
            entries.add(Legend.Entry.line(kept + " of " + order.length + " reach " + threshold, Pen.solid(Palette.colour(2), 6)));
            entries.add(Legend.Entry.line("below " + threshold, Pen.solid(Palette.ACUTE, 6)));
            entries.add(Legend.Entry.line("threshold " + threshold, Pen.REFERENCE));
        }
        if (IntStream.of(order).anyMatch(f -> !Double.isNaN(lower[f]))) {
            entries.add(Legend.Entry.line("interval", Pen.solid(INTERVAL, 4)));
        }
        long cut = IntStream.of(order).filter(f -> lower[f] < floor || icc[f] < floor).count();
        if (cut > 0) {
            entries.add(Legend.Entry.line(
                    "points at the lower edge: " + Shown.count(cut, "feature reaches", "features reach") + " below "
                            + Shown.fixed(floor, 0),
                    Pen.solid(Svg.SOFT, 6)));
        }
        int missing = icc.length - order.length;
        if (missing > 0) {
            entries.add(Legend.Entry.line("not shown: " + Shown.count(missing, "feature") + " without an ICC", Pen.GRID));
        }
        return entries;
    }
}
