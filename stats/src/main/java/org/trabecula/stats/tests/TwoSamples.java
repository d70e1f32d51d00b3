package org.trabecula.stats.tests;

import org.apache.commons.statistics.distribution.TDistribution;
import org.trabecula.stats.Interval;
import org.trabecula.stats.Magnitude;
import org.trabecula.stats.Moments;

/// Tests of two means, and the choice between means and ranks.
///
/// `a` against `b`: differences are a − b. Constant samples give NaN; R stops there.
public final class TwoSamples {
    private TwoSamples() {}

    /// Student's t with equal variances:
    /// t = (ā − b̄) / √(s² (1/m + 1/n)), s² pooled, m + n − 2 degrees of freedom.
    public static TestResult student(double[] first, double[] second) {
        double unit = Magnitude.unit(first, second);
        double[] a = Magnitude.times(first, unit);
        double[] b = Magnitude.times(second, unit);
        double m = a.length;
        double n = b.length;
        double df = m + n - 2;
        double pooled = (Moments.sumOfSquares(a) + Moments.sumOfSquares(b)) / df;
        return t("Student's t", Moments.mean(a) - Moments.mean(b), Math.sqrt(pooled * (1 / m + 1 / n)), df, unit);
    }

    /// Welch's t, variances of their own, Satterthwaite's degrees of freedom:
    ///
    /// ```
    /// t = (ā − b̄) / √(v_a + v_b),  v = s²/n,  df = (v_a + v_b)² / (v_a²/(m − 1) + v_b²/(n − 1))
    /// ```
    ///
    /// Source: Welch 1947, doi:10.1093/biomet/34.1-2.28.
    public static TestResult welch(double[] first, double[] second) {
        double unit = Magnitude.unit(first, second);
        double[] a = Magnitude.times(first, unit);
        double[] b = Magnitude.times(second, unit);
        double va = Moments.variance(a) / a.length;
        double vb = Moments.variance(b) / b.length;
        double df = (va + vb) * (va + vb) / (va * va / (a.length - 1) + vb * vb / (b.length - 1));
        return t("Welch's t", Moments.mean(a) - Moments.mean(b), Math.sqrt(va + vb), df, unit);
    }

    /// Paired t: t of the differences a_i − b_i.
    public static TestResult pairedT(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("pairs need equal lengths, got " + a.length + " and " + b.length);
        }
        double[] d = new double[a.length];
        for (int i = 0; i < d.length; i++) {
            d[i] = a[i] - b[i];
        }
        return t("paired t", Moments.mean(d), Moments.sd(d) / Math.sqrt(d.length), d.length - 1.0, 1);
    }

    /// @param unit what the samples were multiplied by
    private static TestResult t(String method, double difference, double se, double df, double unit) {
        double t = se > 0 ? difference / se : Double.NaN;
        double half = df > 0 ? TDistribution.of(df).inverseSurvivalProbability(0.025) * se : Double.NaN;
        return new TestResult(
                method, t, df, Double.NaN, Tails.twoSidedT(t, df), difference / unit,
                new Interval((difference - half) / unit, (difference + half) / unit));
    }

    /// Welch's t if Shapiro–Wilk finds neither sample away from normal (p > `alpha` in both), else Mann–Whitney.
    ///
    /// Samples that Shapiro–Wilk cannot judge (below 3 or above 5000 values, constant) count as not normal.
    public static TestResult byNormality(double[] a, double[] b, double alpha) {
        boolean normal = ShapiroWilk.test(a).p() > alpha && ShapiroWilk.test(b).p() > alpha;
        return normal ? welch(a, b) : MannWhitney.test(a, b);
    }
}
