package org.trabecula.stats.roc;

/// Which side of a threshold speaks for being a case.
public enum Direction {
    /// Cases score higher: positive means score ≥ threshold. pROC's `direction = "<"`.
    CASES_HIGHER,
    /// Cases score lower: positive means score ≤ threshold. pROC's `direction = ">"`.
    CASES_LOWER;

    /// Whether `score` lies on the positive side of `threshold`, which itself is positive.
    public boolean isPositive(double score, double threshold) {
        return this == CASES_HIGHER ? score >= threshold : score <= threshold;
    }

    /// The score turned so that cases are higher; −0 becomes 0, so that equal scores have equal bits.
    double upwards(double score) {
        return (this == CASES_HIGHER ? score : -score) + 0.0;
    }
}
