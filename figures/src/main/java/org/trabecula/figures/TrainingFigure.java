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
        int second = 244 + legendHeight(losses);
        Svg svg = new Svg(Plot.WIDTH, second + 216 + legendHeight(learningRates), title);
        double last = Math.max(1, Math.max(last(losses), last(learningRates)));
        Scale x = Scale.linear(0, last, 6);
        panel(svg, x, 14, 190, losses, "", "Loss").legendBelow(legend(losses), 228);
        panel(svg, x, second, 160, learningRates, "Iteration", "Learning rate").legendBelow(legend(learningRates), second + 212);
        return svg.document();
    }

    private static int legendHeight(List<Series> series) {
        return Plot.LEGEND_ROW * ((series.size() + 1) / 2);
    }

    private static List<Plot.Entry> legend(List<Series> series) {
        List<Plot.Entry> legend = new ArrayList<>();
        for (int s = 0; s < series.size(); s++) {
            legend.add(new Plot.Entry(series.get(s).name(), Palette.pen(s)));
        }
        return legend;
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

    private static Plot panel(
            Svg svg, Scale x, double top, double height, List<Series> series, String xLabel, String yLabel) {
        double high = 0;
        for (Series s : series) {
            double highest = s.curve().highestY();
            high = highest > high ? highest : high;
        }
        Plot plot = new Plot(svg, x, Scale.around(0, high > 0 ? high : 1, 4), 66, top, Plot.WIDTH - 82, height);
        plot.axes(xLabel, yLabel);
        for (int s = 0; s < series.size(); s++) {
            plot.line(series.get(s).curve(), Palette.pen(s));
        }
        return plot;
    }
}
