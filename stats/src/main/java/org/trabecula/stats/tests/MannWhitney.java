package org.trabecula.stats.tests;

import java.util.Arrays;
import org.trabecula.stats.Interval;
import org.trabecula.stats.Normal;
import org.trabecula.stats.Quantiles;
import org.trabecula.stats.Ranks;

/// Mann–Whitney U, Wilcoxon's rank sum test, with R's statistic W = pairs a > b plus half the ties.
///
/// ```
/// z = (W − mn/2 ∓ ½) / √(mn/12 · (N + 1 − Σ(t³ − t)/(N (N − 1))))
/// ```
///
/// Source: Mann and Whitney 1947, doi:10.1214/aoms/1177730491; R's `wilcox.test`.
public final class MannWhitney {
    private static final int EXACT_BELOW = 50;

    private MannWhitney() {}

    /// Which distribution gives p.
    public enum Method {
        /// R's choice: exact if both samples have fewer than 50 values and nothing is tied, else normal with correction.
        AUTOMATIC,
        /// Normal with tie-corrected variance and continuity correction ½.
        NORMAL,
        /// Normal with tie-corrected variance.
        NORMAL_WITHOUT_CONTINUITY
    }

    /// Two-sided, by R's default choice.
    public static TestResult test(double[] a, double[] b) {
        return test(a, b, Alternative.TWO_SIDED, Method.AUTOMATIC);
    }

    /// @return W; p is NaN when all values are equal. The exact test brings Hodges and Lehmann's shift with its exact
    ///     95 % interval; the normal one no interval.
    public static TestResult test(double[] a, double[] b, Alternative alternative, Method method) {
        if (a.length == 0 || b.length == 0) {
            return TestResult.of("Mann-Whitney", Double.NaN, Double.NaN, Double.NaN);
        }
        double[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        double[] ranks = Ranks.average(all);
        double w = -a.length * (a.length + 1.0) / 2;
        for (int i = 0; i < a.length; i++) {
            w += ranks[i];
        }
        double ties = Ranks.tieTerm(all);
        if (method == Method.AUTOMATIC && a.length < EXACT_BELOW && b.length < EXACT_BELOW && ties == 0) {
            return exact(a, b, w, alternative);
        }
        double p = normal(w, a.length, b.length, ties, alternative, method != Method.NORMAL_WITHOUT_CONTINUITY);
        String name = method == Method.NORMAL_WITHOUT_CONTINUITY
                ? "Mann-Whitney, normal"
                : "Mann-Whitney, normal with continuity correction";
        return TestResult.of(name, w, Double.NaN, p);
    }

    private static double normal(double w, double m, double n, double ties, Alternative alternative, boolean corrected) {
        double size = m + n;
        double away = w - m * n / 2;
        double sigma = Math.sqrt(m * n / 12 * (size + 1 - ties / (size * (size - 1))));
        double correction = !corrected
                ? 0
                : switch (alternative) {
                    case TWO_SIDED -> Math.signum(away) * 0.5;
                    case GREATER -> 0.5;
                    case LESS -> -0.5;
                };
        double z = (away - correction) / sigma;
        return switch (alternative) {
            case TWO_SIDED -> Normal.twoSided(z);
            case GREATER -> Normal.upperTail(z);
            case LESS -> Normal.cdf(z);
        };
    }

    private static TestResult exact(double[] a, double[] b, double w, Alternative alternative) {
        MannWhitneyDistribution distribution = new MannWhitneyDistribution(a.length, b.length);
        double p = switch (alternative) {
            case TWO_SIDED -> Math.min(1, 2 * Math.min(distribution.atMost(w), distribution.atLeast(w)));
            case GREATER -> distribution.atLeast(w);
            case LESS -> distribution.atMost(w);
        };
        double[] differences = new double[a.length * b.length];
        for (int k = 0; k < differences.length; k++) {
            differences[k] = a[k / b.length] - b[k % b.length];
        }
        Arrays.sort(differences);
        int low = Math.max(1, distribution.quantile(0.025));
        Interval interval = new Interval(differences[low - 1], differences[differences.length - low]);
        return new TestResult(
                "Mann-Whitney, exact",
                w,
                Double.NaN,
                Double.NaN,
                p,
                Quantiles.type7OfSorted(differences, 0.5),
                alternative == Alternative.TWO_SIDED ? interval : Interval.NONE);
    }
}
