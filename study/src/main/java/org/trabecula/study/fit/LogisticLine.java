package org.trabecula.study.fit;

import org.trabecula.stats.Matrix;
import org.trabecula.stats.penalised.Coefficients;
import org.trabecula.stats.penalised.ElasticNet;
import org.trabecula.stats.penalised.Response;

/// From a score to a probability: logit p = intercept + slope × score.
///
/// @param slope > 0
public record LogisticLine(double intercept, double slope) {
    /// Where a score carries nothing, the fitted slope may come out at or below 0; the order of the cases is still the
    /// classifier's, so a slope near 0 stands in and every probability is close to the prevalence.
    private static final double LEAST_SLOPE = 1e-6;

    ///
    /// @param outcomes 1 or 0
    public static LogisticLine fit(double[] scores, double[] outcomes) {
        Coefficients fitted = ElasticNet.binomial()
                .withLambdas(0)
                .fit(Matrix.ofColumns(scores), Response.of(outcomes))
                .coefficients(0);
        if (fitted.of(0) > LEAST_SLOPE) {
            return new LogisticLine(fitted.intercept(), fitted.of(0));
        }
        double prevalence = java.util.Arrays.stream(outcomes).average().orElseThrow();
        double mean = java.util.Arrays.stream(scores).average().orElseThrow();
        return new LogisticLine(Math.log(prevalence / (1 - prevalence)) - LEAST_SLOPE * mean, LEAST_SLOPE);
    }

    /// The probability of the positive class.
    public double probability(double score) {
        return 1 / (1 + Math.exp(-(intercept + slope * score)));
    }

    /// The linear predictor, one per score.
    public double[] logits(double[] scores) {
        double[] logits = new double[scores.length];
        for (int row = 0; row < logits.length; row++) {
            logits[row] = intercept + slope * scores[row];
        }
        return logits;
    }

    public double[] probabilities(double[] scores) {
        double[] p = new double[scores.length];
        for (int row = 0; row < p.length; row++) {
            p[row] = probability(scores[row]);
        }
        return p;
    }
}
