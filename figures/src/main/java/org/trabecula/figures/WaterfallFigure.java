package org.trabecula.figures;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.trabecula.core.Shown;
import org.trabecula.figures.Svg.Anchor;
import org.trabecula.stats.Outcome;

/// Each case's score as a bar from the cut-off up or down, in rising order: a blue bar above or an orange bar below is an error.
public final class WaterfallFigure {
    private static final int WIDTH = 620;
    private static final int HEIGHT = 300;

    private WaterfallFigure() {}

    /// @param score    one a case
    /// @param outcome  what the cases are
    /// @param cutoff   scores from here on are called positive
    /// @param positive the name of the positive class, such as `acute`
    /// @param negative the name of the other
    public static String svg(
            String title, double[] score, Outcome outcome, double cutoff, String positive, String negative) {
        int n = score.length;
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> score[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        double low = Math.min(cutoff, Arrays.stream(score).min().orElse(cutoff));
        double high = Math.max(cutoff, Arrays.stream(score).max().orElse(cutoff));
        Legend legend = new Legend(
                List.of(
                        Legend.Entry.line(positive, Pen.solid(Palette.ACUTE, 8)),
                        Legend.Entry.line(negative, Pen.solid(Palette.CHRONIC, 8))),
                WIDTH);
        Svg svg = new Svg(WIDTH, HEIGHT + legend.height(), title);
        String base = "cut-off " + Shown.significant(cutoff, 3);
        double beside = Svg.width(base, Svg.SMALL) + 12;
        Scale y = Scale.around(low, high, 5);
        double left = Plot.room(y);
        Plot plot = new Plot(
                svg, Scale.counting(0, Math.max(1, n), 6), y, left, 12, WIDTH - 6 - left - beside, HEIGHT - 66);
        plot.axes("Cases, by rising score", "Score");
        bars(plot, order, score, outcome, cutoff);
        double zero = plot.y(cutoff);
        svg.line(plot.left, zero, plot.left + plot.width, zero, Pen.AXIS);
        svg.text(plot.left + plot.width + 5, zero + 4, base, Anchor.START, Svg.SMALL, Svg.INK, false);
        legend.draw(svg, HEIGHT);
        return svg.document();
    }

    private static void bars(Plot plot, int[] order, double[] score, Outcome outcome, double cutoff) {
        SvgPath cases = new SvgPath();
        SvgPath controls = new SvgPath();
        double wide = plot.width / Math.max(1, order.length);
        double zero = plot.y(cutoff);
        for (int rank = 0; rank < order.length; rank++) {
            double y = plot.y(score[order[rank]]);
            double tall = Math.max(0.6, Math.abs(y - zero)); // a score on the cut-off still shows
            SvgPath path = outcome.isCase(order[rank]) ? cases : controls;
            path.box(plot.left + wide * rank, Math.min(y, zero), wide * 0.9, tall);
        }
        plot.svg.area(cases, Palette.ACUTE, 1).area(controls, Palette.CHRONIC, 1);
    }
}
