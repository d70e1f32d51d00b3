package org.trabecula.stats.correlation;

import org.apache.commons.statistics.distribution.TDistribution;
import org.trabecula.stats.Interval;
import org.trabecula.stats.Normal;
import org.trabecula.stats.Ranks;

/// Tests of no association between two samples, two-sided, as R's `cor.test`.
///
/// @param method    which distribution gave p
/// @param estimate  r, rho or tau-b
/// @param statistic t, S = Σ d² (by (n³ − n)(1 − rho)/6), T (concordant pairs) or z
/// @param p         two-sided; NaN when a sample is constant
/// @param interval  95 % by Fisher's z for Pearson (n ≥ 4), else [Interval#NONE]
public record CorrelationTest(String method, double estimate, double statistic, double p, Interval interval) {
    private static final int EXACT_SPEARMAN_BELOW = 1290;
    private static final int EXACT_KENDALL_BELOW = 50;

    /// t = r √((n − 2)/(1 − r²)) on n − 2 degrees of freedom; interval tanh(atanh r ± 1.96/√(n − 3)).
    public static CorrelationTest pearson(double[] x, double[] y) {
        double r = Correlation.pearson(x, y);
        int n = requireRows(x, y);
        double t = tOf(r, n);
        double half = Normal.halfWidth(0.95) / Math.sqrt(n - 3);
        Interval interval = n < 4
                ? Interval.NONE
                : new Interval(Math.tanh(atanh(r) - half), Math.tanh(atanh(r) + half));
        return new CorrelationTest("t", r, t, twoSidedT(t, n - 2), interval);
    }

    /// R's default: exact permutations up to n = 9, AS 89's Edgeworth series up to n = 1289, both without ties; with
    /// ties or beyond, t of rho. Above the mean R tests S − 1 in either case; so do we.
    public static CorrelationTest spearman(double[] x, double[] y) {
        int n = requireRows(x, y);
        double rho = Correlation.spearman(x, y);
        double cubes = (double) n * n * n - n;
        double s = cubes * (1 - rho) / 6;
        boolean exact = n < EXACT_SPEARMAN_BELOW && Ranks.tieTerm(x) == 0 && Ranks.tieTerm(y) == 0;
        double tail;
        if (exact) {
            tail = s > cubes / 6
                    ? SpearmanDistribution.atLeast(n, Math.rint(s - 1))
                    : SpearmanDistribution.below(n, Math.rint(s) + 2);
        } else {
            double tested = s > cubes / 6 ? s - 1 : s;
            tail = twoSidedT(tOf(1 - tested / (cubes / 6), n), n - 2) / 2;
        }
        String method = exact ? n <= SpearmanDistribution.LARGEST_EXACT ? "exact" : "Edgeworth series" : "t";
        return new CorrelationTest(method, rho, s, Math.min(1, 2 * tail), Interval.NONE);
    }

    /// t = rho √((n − 2)/(1 − rho²)) whatever the ties, as SciPy.
    public static CorrelationTest spearmanByT(double[] x, double[] y) {
        int n = requireRows(x, y);
        double rho = Correlation.spearman(x, y);
        double t = tOf(rho, n);
        return new CorrelationTest("t", rho, t, twoSidedT(t, n - 2), Interval.NONE);
    }

    /// R's default: exact below n = 50 without ties (statistic T, concordant pairs), else the normal approximation with
    /// the tied variance (statistic z), without continuity correction.
    ///
    /// Source: Kendall 1970, Rank correlation methods, sections 4 and 5.
    public static CorrelationTest kendall(double[] x, double[] y) {
        int n = requireRows(x, y);
        KendallTau pairs = KendallTau.of(x, y);
        if (n < EXACT_KENDALL_BELOW && pairs.tiedX() == 0 && pairs.tiedY() == 0) {
            long concordant = (pairs.pairs() + pairs.score()) / 2;
            return new CorrelationTest(
                    "exact", pairs.tauB(), concordant, KendallDistribution.twoSided(n, concordant), Interval.NONE);
        }
        Ties tx = Ties.of(x);
        Ties ty = Ties.of(y);
        double variance = ((double) n * (n - 1) * (2.0 * n + 5) - tx.t2t5() - ty.t2t5()) / 18
                + tx.pairs() * ty.pairs() / (2.0 * n * (n - 1))
                + tx.triples() * ty.triples() / (9.0 * n * (n - 1) * (n - 2));
        double z = pairs.score() / Math.sqrt(variance);
        return new CorrelationTest("normal", pairs.tauB(), z, Normal.twoSided(z), Interval.NONE);
    }

    private static int requireRows(double[] x, double[] y) {
        if (x.length != y.length || x.length < 3) {
            throw new IllegalArgumentException(
                    "a correlation test needs two samples of equal length, at least 3, got " + x.length + " and " + y.length);
        }
        return x.length;
    }

    private static double tOf(double r, int n) {
        return r * Math.sqrt((n - 2) / (1 - r * r));
    }

    private static double twoSidedT(double t, double df) {
        return Double.isNaN(t) ? Double.NaN : 2 * TDistribution.of(df).survivalProbability(Math.abs(t));
    }

    private static double atanh(double r) {
        return 0.5 * (Math.log1p(r) - Math.log1p(-r));
    }

    /// Sums over groups of t equal values.
    ///
    /// @param pairs   Σ t (t − 1)
    /// @param triples Σ t (t − 1)(t − 2)
    /// @param t2t5    Σ t (t − 1)(2t + 5)
    private record Ties(double pairs, double triples, double t2t5) {
        static Ties of(double[] values) {
            double pairs = 0;
            double triples = 0;
            double t2t5 = 0;
            for (double t : Ranks.tieSizes(values)) {
                pairs += t * (t - 1);
                triples += t * (t - 1) * (t - 2);
                t2t5 += t * (t - 1) * (2 * t + 5);
            }
            return new Ties(pairs, triples, t2t5);
        }
    }
}
