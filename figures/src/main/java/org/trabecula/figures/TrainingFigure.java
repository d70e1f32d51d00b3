package org.trabecula.figures;

import java.util.ArrayList;
import java.util.List;

/// A network's training: loss above, learning rate below, over the same steps.
public final class TrainingFigure {
    private TrainingFigure() {}

    /// One line of a panel.
    ///
    /// @param curve x = iteration
    public record Series(String name, Curve curve) {}

    /// @param losses        training loss first
    /// @param learningRates one a parameter group
    public static String svg(String title, List<Series> losses, List<Series> learningRates) {
        Svg svg = new Svg(Plot.WIDTH, 460, title);
        double last = Math.max(1, Math.max(last(losses), last(learningRates)));
        Scale x = Scale.linear(0, last, 6);
        panel(svg, x, 14, 190, losses, "", "Loss");
        panel(svg, x, 244, 160, learningRates, "Iteration", "Learning rate");
        return svg.document();
    }

    private static double last(List<Series> series) {
        double last = 0;
        for (Series s : series) {
            for (int p = 0; p < s.curve().size(); p++) {
                last = Math.max(last, s.curve().x(p));
            }
        }
        return last;
    }

    private static void panel(
            Svg svg, Scale x, double top, double height, List<Series> series, String xLabel, String yLabel) {
        double high = 0;
        for (Series s : series) {
            double highest = s.curve().highestY();
            high = highest > high ? highest : high;
        }
        Plot plot = new Plot(svg, x, Scale.around(0, high > 0 ? high : 1, 4), 66, top, Plot.WIDTH - 82, height);
        plot.axes(xLabel, yLabel);
        List<Plot.Entry> legend = new ArrayList<>();
        for (int s = 0; s < series.size(); s++) {
            plot.line(series.get(s).curve(), Palette.pen(s));
            legend.add(new Plot.Entry(series.get(s).name(), Palette.pen(s)));
        }
        plot.legend(legend, Plot.Corner.TOP_RIGHT);
    }
}
