package org.trabecula.study.fit;

import org.trabecula.stats.Matrix;
import org.trabecula.stats.penalised.Coefficients;
import org.trabecula.stats.penalised.ElasticNet;
import org.trabecula.stats.penalised.Response;

/// Calibration of a classifier's score (protocol, step 16): logit p = intercept + slope × score.
///
/// @param slope as fitted; ≤ 0 when the score carries nothing
public record LogisticLine(double intercept, double slope) {
    ///
    /// @param outcomes 1 or 0
    public static LogisticLine fit(double[] scores, double[] outcomes) {
        Coefficients fitted = ElasticNet.binomial()
                .withLambdas(0)
                .fit(Matrix.ofColumns(scores), Response.of(outcomes))
                .coefficients(0);
        return new LogisticLine(fitted.intercept(), fitted.of(0));
    }

    /// The probability of the positive class.
    public double probability(double score) {
        return 1 / (1 + Math.exp(-(intercept + slope * score)));
    }

    public double[] probabilities(double[] scores) {
        double[] p = new double[scores.length];
        for (int row = 0; row < p.length; row++) {
            p[row] = probability(scores[row]);
        }
        return p;
    }
}
