package org.trabecula.figures;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.trabecula.stats.Outcome;

/// Each case's score as a bar above or below the cut-off, in rising order: a blue bar above or an orange bar below is an
/// error.
public final class WaterfallFigure {
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
        double low = Math.min(0, Arrays.stream(score).min().orElse(0) - cutoff);
        double high = Math.max(0, Arrays.stream(score).max().orElse(1) - cutoff);
        int width = 620;
        int height = 300;
        Svg svg = new Svg(width, height, title);
        Plot plot = new Plot(
                svg, Scale.linear(0, Math.max(1, n), 6), Scale.around(low, high, 5), 66, 12, width - 80, height - 66);
        plot.axes("Cases by score", "Score − cut-off");
        SvgPath cases = new SvgPath();
        SvgPath controls = new SvgPath();
        double wide = plot.width / Math.max(1, n);
        for (int rank = 0; rank < n; rank++) {
            double y = plot.y(score[order[rank]] - cutoff);
            double zero = plot.y(0);
            double tall = Math.max(0.6, Math.abs(y - zero)); // a score on the cut-off still shows
            SvgPath path = outcome.isCase(order[rank]) ? cases : controls;
            path.box(plot.left + wide * rank, Math.min(y, zero), wide * 0.9, tall);
        }
        svg.area(cases, Palette.ACUTE, 1).area(controls, Palette.CHRONIC, 1);
        plot.segment(0, 0, Math.max(1, n), 0, Pen.AXIS);
        return plot.legend(
                        List.of(
                                new Plot.Entry(positive, Pen.solid(Palette.ACUTE, 8)),
                                new Plot.Entry(negative, Pen.solid(Palette.CHRONIC, 8))),
                        Plot.Corner.TOP_LEFT)
                .document();
    }
}
