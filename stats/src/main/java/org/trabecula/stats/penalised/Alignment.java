package org.trabecula.stats.penalised;

/// How the λ of a fold's own path are matched with those of the path over all cases.
public enum Alignment {
    /// By value: the fold's coefficients are interpolated at the λ of the whole path (glmnet's default).
    LAMBDA,
    /// By place: the k-th solution of the fold stands beside the k-th of the whole path.
    FRACTION
}
