package org.trabecula.stats.glm;

/// How events at the same time enter the partial likelihood of Cox's model.
public enum Ties {
    /// Each of the tied events sees the whole risk set (glmnet's only method).
    BRESLOW,
    /// The l-th of m tied events sees the risk set less l/m of the tied cases (the default of coxph and rms).
    EFRON
}
