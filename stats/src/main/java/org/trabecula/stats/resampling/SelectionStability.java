package org.trabecula.stats.resampling;

import java.util.Arrays;
import org.trabecula.stats.Interval;
import org.trabecula.stats.Normal;

/// How far selections of features, made from different samples of one cohort, agree: 1 when all are the same, about 0 when features
/// were picked at random, not below −1 / (M − 1).
///
/// ```
/// Φ = 1 − [ (1/d) Σ_f M/(M−1) p_f (1 − p_f) ] / [ (k/d)(1 − k/d) ]
/// Φ_i = 1/v [ (1/d) Σ_f z_if p_f − k_i k/d² + Φ/2 (2 k_i k/d² − k_i/d − k/d + 1) ],   v = (k/d)(1 − k/d)
/// var(Φ) = 4/M² Σ_i (Φ_i − mean Φ_i)²
/// ```
///
/// M selections among d features; z_if is 1 where selection i holds feature f, p_f their mean, k_i the size of selection i, k the mean size.
/// The variance takes selections for independent draws; where they come from overlapping samples of one cohort, as in a
/// cross-validation, the interval is too narrow.
///
/// Source: Nogueira, Sechidis and Brown 2018, Journal of Machine Learning Research 18(174), 1–54, definition 4, theorem 7 and
/// corollary 9.
///
/// @param features    d
/// @param selections  M
/// @param counts      how often each feature was selected
/// @param meanSize    k
/// @param stability   Φ; NaN with fewer than two selections, or where all features or none were selected every time
/// @param interval    normal, clipped to [−1, 1]; [Interval#NONE] where Φ is NaN
public record SelectionStability(
        int features, int selections, int[] counts, double meanSize, double stability, Interval interval) {
    /// @param selected one row per selection, one flag per feature
    /// @param level    of the interval, such as 0.95
    public static SelectionStability of(boolean[][] selected, double level) {
        int m = selected.length;
        int d = m == 0 ? 0 : selected[0].length;
        int[] counts = new int[d];
        int[] sizes = new int[m];
        for (int i = 0; i < m; i++) {
            for (int f = 0; f < d; f++) {
                counts[f] += selected[i][f] ? 1 : 0;
                sizes[i] += selected[i][f] ? 1 : 0;
            }
        }
        double k = Arrays.stream(sizes).average().orElse(Double.NaN);
        double v = k / d * (1 - k / d);
        if (m < 2 || !(v > 0)) {
            return new SelectionStability(d, m, counts, k, Double.NaN, Interval.NONE);
        }
        double spread = 0;
        for (int count : counts) {
            double p = (double) count / m;
            spread += p * (1 - p) / d;
        }
        double stability = 1 - m / (m - 1.0) * spread / v;
        double half = Normal.halfWidth(level) * Math.sqrt(variance(selected, counts, sizes, k, v, stability));
        return new SelectionStability(
                d, m, counts, k, stability, new Interval(Math.max(-1, stability - half), Math.min(1, stability + half)));
    }

    private static double variance(boolean[][] selected, int[] counts, int[] sizes, double k, double v, double stability) {
        int m = selected.length;
        double d = counts.length;
        double[] parts = new double[m];
        for (int i = 0; i < m; i++) {
            double agreement = 0;
            for (int f = 0; f < counts.length; f++) {
                agreement += selected[i][f] ? (double) counts[f] / m / d : 0;
            }
            double both = sizes[i] * k / (d * d);
            parts[i] = (agreement - both + stability / 2 * (2 * both - sizes[i] / d - k / d + 1)) / v;
        }
        double mean = Arrays.stream(parts).average().orElseThrow();
        return 4.0 / (m * (double) m) * Arrays.stream(parts).map(part -> (part - mean) * (part - mean)).sum();
    }
}
