package org.trabecula.figures;

import org.trabecula.figures.Svg.Anchor;
import org.trabecula.stats.penalised.CrossValidated;

/// The cross-validated measure along λ with one standard error to either side, and both λ that glmnet names.
public final class CrossValidationFigure {
    private static final Pen ERROR = new Pen("#b3bcc8", 1, "");

    private CrossValidationFigure() {}

    /// @param lambdas falling
    /// @param mean    of the measure at each λ
    /// @param sd      its standard error
    public static String svg(
            String title,
            String measure,
            double[] lambdas,
            double[] mean,
            double[] sd,
            double lambdaMin,
            double lambda1se) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < mean.length; k++) {
            low = Math.min(low, mean[k] - sd[k]);
            high = Math.max(high, mean[k] + sd[k]);
        }
        Scale x = Scale.logarithmic(lambdas[lambdas.length - 1], lambdas[0]);
        Svg svg = new Svg(Plot.WIDTH, Plot.HEIGHT, title);
        Scale y = Scale.around(low, high, 6);
        double left = Plot.room(y);
        Plot plot = new Plot(svg, x, y, left, 34, Plot.WIDTH - 16 - left, Plot.HEIGHT - 88);
        plot.axes("λ", measure);
        for (int k = 0; k < mean.length; k++) {
            plot.segment(lambdas[k], mean[k] - sd[k], lambdas[k], mean[k] + sd[k], ERROR);
        }
        for (int k = 0; k < mean.length; k++) {
            plot.dot(lambdas[k], mean[k], 2.4, Palette.ACUTE);
        }
        boolean both = lambda1se != lambdaMin;
        plot.mark(lambdaMin, both ? "λ min" : "λ min = λ 1se", 22, both ? Anchor.END : Anchor.MIDDLE);
        if (both) {
            plot.mark(lambda1se, "λ 1se", 22, Anchor.START);
        }
        return svg.document();
    }

    /// From a cross-validated path of `stats`.
    public static String svg(String title, String measure, CrossValidated cv) {
        return svg(title, measure, cv.lambdas(), cv.mean(), cv.sd(), cv.lambdaMin(), cv.lambda1se());
    }
}
