package org.trabecula.stats.penalised;

/// What cross-validation compares, under glmnet's names.
public enum Measure {
    /// Gaussian: squared error. Binomial: −2 log likelihood of a case, p kept within 1e-5 of 0 and 1. Cox: see
    /// [CrossValidation].
    DEVIANCE,
    /// Squared error; for binomial the sum over both classes, twice the Brier score.
    MSE,
    /// Absolute error; for binomial the sum over both classes.
    MAE,
    /// Share of wrong classes at p > 0.5 (binomial).
    CLASS,
    /// Area under the ROC curve within each fold (binomial).
    AUC,
    /// Harrell's concordance within each fold (cox).
    C;

    /// Whether a larger value is a better one.
    public boolean largerIsBetter() {
        return this == AUC || this == C;
    }

    boolean fits(Family family) {
        return switch (this) {
            case DEVIANCE -> true;
            case MSE, MAE -> family != Family.COX;
            case CLASS, AUC -> family == Family.BINOMIAL;
            case C -> family == Family.COX;
        };
    }
}
