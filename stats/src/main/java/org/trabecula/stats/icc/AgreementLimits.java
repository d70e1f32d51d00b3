package org.trabecula.stats.icc;

/// How limits and p of the agreement forms ICC(2,·) are made; the two schools differ, the estimates do not.
public enum AgreementLimits {
    /// ICC(2,1): Satterthwaite's limits; ICC(2,k): those limits through Spearman–Brown; p from F on (n − 1)(k − 1).
    /// R's psych; our default.
    SHROUT_FLEISS,
    /// ICC(2,k): Satterthwaite's limits of its own; p on Satterthwaite's degrees of freedom. R's irr.
    MCGRAW_WONG
}
