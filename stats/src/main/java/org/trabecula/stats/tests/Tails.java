package org.trabecula.stats.tests;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/// Tail probabilities that answer NaN, rather than throw, where a statistic is not defined.
final class Tails {
    private Tails() {}

    /// P(|T| ≥ |t|) on df degrees of freedom.
    static double twoSidedT(double t, double df) {
        return Double.isNaN(t) || !(df > 0) ? Double.NaN : 2 * TDistribution.of(df).survivalProbability(Math.abs(t));
    }

    /// P(X ≥ x) for chi-square.
    static double chiSquare(double x, double df) {
        return Double.isNaN(x) || !(df > 0) ? Double.NaN : ChiSquaredDistribution.of(df).survivalProbability(x);
    }

    /// P(X ≥ f) for F.
    static double f(double f, double df1, double df2) {
        return Double.isNaN(f) || !(df1 > 0 && df2 > 0) ? Double.NaN : FDistribution.of(df1, df2).survivalProbability(f);
    }
}
