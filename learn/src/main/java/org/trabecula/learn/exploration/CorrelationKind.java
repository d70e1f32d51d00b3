package org.trabecula.learn.exploration;

import org.trabecula.stats.Matrix;
import org.trabecula.stats.correlation.CorrelatedPairs;
import org.trabecula.stats.correlation.Correlation;

/// The correlations to choose from.
public enum CorrelationKind {
    SPEARMAN,
    PEARSON,
    KENDALL;

    /// Correlation of every pair of columns.
    public Matrix of(Matrix x, int jobs) {
        return switch (this) {
            case SPEARMAN -> Correlation.spearman(x, jobs);
            case PEARSON -> Correlation.pearson(x, jobs);
            case KENDALL -> Correlation.kendall(x, jobs);
        };
    }

    /// The pairs of columns whose absolute correlation is above a limit, from 0 to 1.
    public CorrelatedPairs above(double limit, Matrix x, int jobs) {
        return switch (this) {
            case SPEARMAN -> CorrelatedPairs.spearman(x, limit, jobs);
            case PEARSON -> CorrelatedPairs.pearson(x, limit, jobs);
            case KENDALL -> CorrelatedPairs.of(Correlation.kendall(x, jobs), limit);
        };
    }
}
