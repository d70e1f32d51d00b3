package org.trabecula.stats.roc;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;
import org.trabecula.stats.Normal;
import org.trabecula.stats.Outcome;

/// Variance of the area under the curve, its interval, and tests between areas, by DeLong's structural components.
///
/// ```
/// var(AUC) = S10 / m + S01 / n
/// S10 = Σ (V10_i − AUC)² / (m − 1)     S01 = Σ (V01_j − AUC)² / (n − 1)
/// ```
///
/// m cases, n controls, V10 and V01 as in [Placements]. The interval is normal on the AUC's own scale, clipped to
/// [0, 1], as pROC's `ci.auc`. Rows are taken as independent: use [ClusteredDeLong] where patients repeat.
///
/// Source: DeLong, DeLong and Clarke-Pearson 1988, doi:10.2307/2531595; O(N log N) by ranks as in Sun and Xu 2014,
/// doi:10.1109/LSP.2014.2337313.
public final class DeLong {
    private DeLong() {}

    /// The area with DeLong's variance and interval.
    ///
    /// With fewer than two cases or controls variance and interval are NaN, and a caution says so.
    ///
    /// @param level of the interval, such as 0.95
    /// @throws org.trabecula.core.InputException STA-102 if a class is missing, STA-103 on NaN or infinite scores
    public static AucEstimate estimate(Outcome outcome, double[] score, Direction direction, double level) {
        return estimate(SortedScores.of(outcome, score, direction), level);
    }

    /// The same from scores already in order.
    public static AucEstimate estimate(SortedScores sorted, double level) {
        double auc = sorted.auc();
        double variance = placementVariance(sorted.cases(), sorted.controls(), auc)
                + placementVariance(sorted.controls(), sorted.cases(), 1 - auc);
        return estimate(auc, variance, level, sorted.cases().length, sorted.controls().length);
    }

    /// An interval around `auc` from its variance, with the cautions that belong to it.
    static AucEstimate estimate(double auc, double variance, double level, int cases, int controls) {
        double half = Normal.halfWidth(level) * Math.sqrt(variance);
        List<String> cautions = new ArrayList<>();
        if (Double.isNaN(variance)) {
            cautions.add("the variance needs at least two independent cases and two independent controls");
        } else if (variance == 0) {
            cautions.add("an area of " + auc + " without spread has variance 0 by this method, not in truth;"
                    + " report Newcombe's interval instead");
        }
        return new AucEstimate(
                auc, variance, clip(auc - half), clip(auc + half), level, cases, controls, cautions);
    }

    /// S/k of one class: Σ (V − mean)² / ((k − 1) k), where V is the share of `others` below each of `these`.
    ///
    /// Both sorted ascending; the sum runs over `these` in that order.
    private static double placementVariance(double[] these, double[] others, double mean) {
        double squares = 0;
        double scale = 1 / (2.0 * others.length);
        int below = 0;
        int notAbove = 0;
        for (double score : these) {
            while (below < others.length && others[below] < score) {
                below++;
            }
            while (notAbove < others.length && others[notAbove] <= score) {
                notAbove++;
            }
            double away = (below + (double) notAbove) * scale - mean;
            squares += away * away;
        }
        return squares / (these.length - 1.0) / these.length; // 0/0 = NaN for a single one
    }

    /// Covariance of the areas of two scores on the same rows.
    public static double covariance(Outcome outcome, double[] scoreA, double[] scoreB, Direction direction) {
        return covariance(
                Placements.of(outcome, scoreA, direction),
                Placements.of(outcome, scoreB, direction));
    }

    private static double covariance(Placements a, Placements b) {
        return covariance(a.ofCase(), a.auc(), b.ofCase(), b.auc())
                + covariance(a.ofControl(), a.auc(), b.ofControl(), b.auc());
    }

    private static double covariance(double[] a, double meanA, double[] b, double meanB) {
        double products = 0;
        for (int k = 0; k < a.length; k++) {
            products += (a[k] - meanA) * (b[k] - meanB);
        }
        return products / (a.length - 1.0) / a.length;
    }

    /// Test between two scores of the same rows: Z = (A − B) / √(var A + var B − 2 cov).
    ///
    /// Identical placements give Z = 0 and p = 1.
    public static AucComparison paired(
            Outcome outcome, double[] scoreA, double[] scoreB, Direction direction, double level) {
        return paired(Placements.of(outcome, scoreA, direction), Placements.of(outcome, scoreB, direction), level);
    }

    /// The same from placements of the same rows.
    public static AucComparison paired(Placements a, Placements b, double level) {
        double variance = differenceVariance(a.ofCase(), a.auc(), b.ofCase(), b.auc())
                + differenceVariance(a.ofControl(), a.auc(), b.ofControl(), b.auc());
        return compare(a.auc(), b.auc(), variance, level);
    }

    /// Variance of the mean of a − b, summed over differences so that equal placements give exactly 0.
    private static double differenceVariance(double[] a, double meanA, double[] b, double meanB) {
        double squares = 0;
        for (int k = 0; k < a.length; k++) {
            double away = (a[k] - b[k]) - (meanA - meanB);
            squares += away * away;
        }
        return squares / (a.length - 1.0) / a.length;
    }

    /// A normal test of A − B from the variance of the difference.
    static AucComparison compare(double aucA, double aucB, double variance, double level) {
        double difference = aucA - aucB;
        double se = Math.sqrt(variance);
        double z = difference == 0 && variance == 0 ? 0 : difference / se;
        double half = Normal.halfWidth(level) * se;
        return new AucComparison(
                aucA,
                aucB,
                difference,
                se,
                z,
                Double.POSITIVE_INFINITY,
                Normal.twoSided(z),
                Normal.cdf(z),
                Normal.upperTail(z),
                difference - half,
                difference + half,
                level);
    }

    /// Test between areas of different rows: t with Satterthwaite's degrees of freedom, pROC's unpaired `roc.test`.
    ///
    /// ```
    /// D = (A − B) / √(v_A + v_B)     df = (v_A + v_B)² / (v_A² / (N_A − 1) + v_B² / (N_B − 1))
    /// ```
    public static AucComparison unpaired(AucEstimate a, AucEstimate b, double level) {
        double variance = a.variance() + b.variance();
        double df = variance * variance
                / (a.variance() * a.variance() / (a.cases() + a.controls() - 1)
                        + b.variance() * b.variance() / (b.cases() + b.controls() - 1));
        double difference = a.auc() - b.auc();
        double se = Math.sqrt(variance);
        double d = difference / se;
        if (!(df > 0)) {
            return new AucComparison(
                    a.auc(), b.auc(), difference, se, d, df, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN,
                    level);
        }
        TDistribution t = TDistribution.of(df);
        double half = t.inverseSurvivalProbability((1 - level) / 2) * se;
        return new AucComparison(
                a.auc(),
                b.auc(),
                difference,
                se,
                d,
                df,
                2 * t.survivalProbability(Math.abs(d)),
                t.cumulativeProbability(d),
                t.survivalProbability(d),
                difference - half,
                difference + half,
                level);
    }

    private static double clip(double value) {
        return Double.isNaN(value) ? value : Math.clamp(value, 0.0, 1.0);
    }
}
