package org.trabecula.radiomics.ibsi.intensity;

/// What the counts of grey levels tell beyond [IntensityStatistics] of the levels — IBSI `ZVCW`.
///
/// ```
/// p_i = n_i / N,  i = 1 … N_g, N_g the highest occupied level
/// mode               the level with the largest n_i; of several, the one nearest the mean level, then the lower
/// entropy            −Σ p_i log2 p_i      (bit)
/// uniformity         Σ p_i²
/// gradient           (n_(i+1) − n_(i−1)) / 2; at the ends n_2 − n_1 and n_Ng − n_(Ng−1)
/// ```
///
/// The gradient is that of the counts, not of the probabilities; of equal extremes the lower level is told. With a single
/// level there is no gradient: NaN.
///
/// Source: IBSI reference manual, "Intensity histogram features".
public record IntensityHistogram(
        double mode,
        double entropyBit,
        double uniformity,
        double maximumGradient,
        double maximumGradientLevel,
        double minimumGradient,
        double minimumGradientLevel) {
    /// @param levels at least one, each ≥ 1
    public static IntensityHistogram of(int[] levels) {
        int highest = 1;
        double mean = 0;
        for (int level : levels) {
            highest = Math.max(highest, level);
            mean += level;
        }
        mean /= levels.length;
        long[] count = new long[highest + 1];
        for (int level : levels) {
            count[level]++;
        }
        int mode = 1;
        double entropy = 0;
        double uniformity = 0;
        for (int i = 1; i <= highest; i++) {
            double p = (double) count[i] / levels.length;
            entropy -= p > 0 ? p * Math.log(p) / Math.log(2) : 0;
            uniformity += p * p;
            boolean nearer = Math.abs(i - mean) < Math.abs(mode - mean);
            if (count[i] > count[mode] || (count[i] == count[mode] && nearer)) {
                mode = i;
            }
        }
        if (highest == 1) {
            return new IntensityHistogram(
                    mode, entropy, uniformity, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        int steepest = 1;
        int steepestFall = 1;
        for (int i = 2; i <= highest; i++) {
            steepest = gradient(count, i) > gradient(count, steepest) ? i : steepest;
            steepestFall = gradient(count, i) < gradient(count, steepestFall) ? i : steepestFall;
        }
        return new IntensityHistogram(
                mode,
                entropy,
                uniformity,
                gradient(count, steepest),
                steepest,
                gradient(count, steepestFall),
                steepestFall);
    }

    private static double gradient(long[] count, int i) {
        int highest = count.length - 1;
        if (i == 1) {
            return count[2] - count[1];
        }
        if (i == highest) {
            return count[i] - count[i - 1];
        }
        return (count[i + 1] - count[i - 1]) / 2.0;
    }
}
