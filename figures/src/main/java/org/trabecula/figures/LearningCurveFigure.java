package org.trabecula.figures;

import java.util.ArrayList;
import java.util.List;

/// Performance against the number of training patients: a line a model, with a ribbon of one standard deviation over folds.
public final class LearningCurveFigure {
    private static final double OPACITY = 0.12;

    private LearningCurveFigure() {}

    /// @param name   of the model
    /// @param curve  x = training patients, y = mean area; NaN leaves a gap
    /// @param spread standard deviation at each point; NaN draws none there
    public record Series(String name, Curve curve, double[] spread) {}

    public static String svg(String title, List<Series> series) {
        double first = Double.POSITIVE_INFINITY;
        double last = 0;
        double low = 0.5;
        double high = 0.6;
        List<Legend.Entry> entries = new ArrayList<>();
        for (int s = 0; s < series.size(); s++) {
            Series one = series.get(s);
            entries.add(Legend.Entry.line(one.name(), Palette.pen(s)));
            for (int p = 0; p < one.curve().size(); p++) {
                first = Math.min(first, one.curve().x(p));
                last = Math.max(last, one.curve().x(p));
                if (Double.isFinite(one.curve().y(p))) {
                    low = Math.min(low, one.curve().y(p) - spread(one, p));
                    high = Math.max(high, one.curve().y(p) + spread(one, p));
                }
            }
        }
        double room = Math.max(1, 0.05 * (last - first));
        Scale x = last > 0 ? Scale.counting(Math.max(0, Math.floor(first - room)), Math.ceil(last + room), 6) : Scale.counting(0, 1, 2);
        Plot plot = Plot.framed(
                title, x, "Training patients", Scale.around(Math.max(0, low), Math.min(1, high), 5), "AUC of held-out cases", entries);
        for (int s = 0; s < series.size(); s++) {
            draw(plot, series.get(s), s);
        }
        return plot.document();
    }

    private static void draw(Plot plot, Series one, int s) {
        int points = one.curve().size();
        double[] x = new double[points];
        double[] lower = new double[points];
        double[] upper = new double[points];
        boolean whole = points > 1;
        for (int p = 0; p < points; p++) {
            x[p] = one.curve().x(p);
            lower[p] = Math.max(plot.yScale.low(), one.curve().y(p) - spread(one, p));
            upper[p] = Math.min(plot.yScale.high(), one.curve().y(p) + spread(one, p));
            whole &= Double.isFinite(one.curve().y(p));
        }
        if (whole) {
            plot.ribbon(new Curve(x, lower), new Curve(x, upper), Palette.colour(s), OPACITY);
        }
        plot.line(one.curve(), Palette.pen(s));
        for (int p = 0; p < points; p++) {
            if (Double.isFinite(one.curve().y(p))) {
                plot.dot(one.curve().x(p), one.curve().y(p), 3.2, Palette.colour(s));
            }
        }
    }

    private static double spread(Series one, int point) {
        return Double.isFinite(one.spread()[point]) ? one.spread()[point] : 0;
    }
}
