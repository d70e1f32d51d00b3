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
        Legend above = new Legend(entries(losses), Plot.WIDTH);
        Legend below = new Legend(entries(learningRates), Plot.WIDTH);
        int second = 244 + above.height();
        Svg svg = new Svg(Plot.WIDTH, second + 212 + below.height(), title);
        double last = Math.max(1, Math.max(last(losses), last(learningRates)));
        Scale x = Scale.counting(0, last, 6);
        panel(svg, x, 14, 190, losses, "", "Loss");
        above.draw(svg, 228);
        panel(svg, x, second, 160, learningRates, "Iteration", "Learning rate");
        below.draw(svg, second + 208);
        return svg.document();
    }

    private static List<Legend.Entry> entries(List<Series> series) {
        List<Legend.Entry> entries = new ArrayList<>();
        for (int s = 0; s < series.size(); s++) {
            entries.add(Legend.Entry.line(series.get(s).name(), Palette.pen(s)));
        }
        return entries;
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
        Scale y = Scale.around(0, high > 0 ? high : 1, 4);
        double left = Math.max(70, Plot.room(y)); // both panels begin at the same place
        Plot plot = new Plot(svg, x, y, left, top, Plot.WIDTH - 16 - left, height);
        plot.axes(xLabel, yLabel);
        for (int s = 0; s < series.size(); s++) {
            plot.line(series.get(s).curve(), Palette.pen(s));
        }
    }
}
