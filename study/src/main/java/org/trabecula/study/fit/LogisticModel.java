package org.trabecula.study.fit;

import java.util.List;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.penalised.Coefficients;
import org.trabecula.stats.penalised.ElasticNet;
import org.trabecula.stats.penalised.Response;

/// A small logistic model: logit p = intercept + Σ coefficient × term.
///
/// @param terms        such as `age`, `sex`, `fusion`
/// @param coefficients one per term
public record LogisticModel(double intercept, List<String> terms, double[] coefficients) {
    public LogisticModel {
        terms = List.copyOf(terms);
    }

    /// Maximum likelihood.
    ///
    /// @param columns one per term
    public static LogisticModel fit(List<String> terms, double[][] columns, double[] outcomes) {
        Coefficients fitted = ElasticNet.binomial()
                .withLambdas(0)
                .fit(Matrix.ofColumns(columns), Response.of(outcomes))
                .coefficients(0);
        double[] coefficients = new double[terms.size()];
        for (int term = 0; term < coefficients.length; term++) {
            coefficients[term] = fitted.of(term);
        }
        return new LogisticModel(fitted.intercept(), terms, coefficients);
    }

    /// Probability of the positive class, one per row.
    public double[] probabilities(double[][] columns) {
        double[] p = new double[columns[0].length];
        for (int row = 0; row < p.length; row++) {
            double logit = intercept;
            for (int term = 0; term < coefficients.length; term++) {
                logit += coefficients[term] * columns[term][row];
            }
            p[row] = 1 / (1 + Math.exp(-logit));
        }
        return p;
    }
}
