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
        Plot plot = new Plot(svg, x, Scale.around(low, high, 6), 62, 34, Plot.WIDTH - 78, Plot.HEIGHT - 88);
        plot.axes("λ", measure);
        for (int k = 0; k < mean.length; k++) {
            plot.segment(lambdas[k], mean[k] - sd[k], lambdas[k], mean[k] + sd[k], ERROR);
        }
        for (int k = 0; k < mean.length; k++) {
            plot.dot(lambdas[k], mean[k], 2.4, Palette.ACUTE);
        }
        above(plot, lambdaMin, "λ min", lambdaMin < lambda1se ? Anchor.END : Anchor.MIDDLE);
        if (lambda1se != lambdaMin) {
            above(plot, lambda1se, "λ 1se", Anchor.START);
        }
        return svg.document();
    }

    /// From a cross-validated path of `stats`.
    public static String svg(String title, String measure, CrossValidated cv) {
        return svg(title, measure, cv.lambdas(), cv.mean(), cv.sd(), cv.lambdaMin(), cv.lambda1se());
    }

    private static void above(Plot plot, double lambda, String word, Anchor anchor) {
        double x = plot.x(lambda);
        plot.svg.line(x, plot.top - 4, x, plot.top + plot.height, Pen.REFERENCE);
        plot.svg.text(x, plot.top - 9, word, anchor, Svg.SMALL, Svg.INK, false);
    }
}
