package org.trabecula.learn.exploration;

import org.trabecula.stats.Matrix;
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
}
