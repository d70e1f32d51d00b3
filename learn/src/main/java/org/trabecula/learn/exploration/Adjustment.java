package org.trabecula.learn.exploration;

import org.trabecula.stats.tests.AdjustedP;

/// How p-values of many features are adjusted (R's `p.adjust`).
public enum Adjustment {
    /// Benjamini and Hochberg: the false discovery rate.
    BH,
    /// Benjamini and Yekutieli.
    BY,
    HOLM,
    BONFERRONI,
    NONE;

    public double[] of(double... p) {
        return switch (this) {
            case BH -> AdjustedP.benjaminiHochberg(p);
            case BY -> AdjustedP.benjaminiYekutieli(p);
            case HOLM -> AdjustedP.holm(p);
            case BONFERRONI -> AdjustedP.bonferroni(p);
            case NONE -> p.clone();
        };
    }
}
