package org.trabecula.radiomics.firstorder;

import java.util.Arrays;
import java.util.List;
import org.trabecula.radiomics.numeric.PairwiseSum;
import org.trabecula.radiomics.prepare.ValueRange;

/// Statistics of the N values x of a region; Entropy and Uniformity from their grey levels, p the share of each level.
///
/// ```
/// Energy                         Σ (x + c)²                       c = voxelArrayShift
/// TotalEnergy                    Energy · voxel volume (mm³)
/// RootMeanSquared                √(Σ (x + c)² / N)
/// Entropy                        −Σ p log₂(p + 2⁻⁵²)              −3.2e-16 for one level, not 0
/// Uniformity                     Σ p²
/// Variance, m_k                  Σ (x − mean)² / N,  Σ (x − mean)^k / N
/// Skewness, Kurtosis             m₃ / m₂^1.5,  m₄ / m₂²           both 0 where m₂ = 0; Kurtosis without − 3
/// MeanAbsoluteDeviation          Σ |x − mean| / N
/// RobustMeanAbsoluteDeviation    the same over P10 ≤ x ≤ P90, around their own mean; NaN if there are none
/// InterquartileRange, Range      P75 − P25,  max − min
/// ```
///
/// The mean is NumPy's to the bit: where all values are equal, x − mean is 0 or a rounding error, and Skewness and Kurtosis
/// 0 or ±1, as in PyRadiomics.
///
/// Units are those of the image (HU for CT), their squares for Energy and Variance; the others have none. Source:
/// PyRadiomics `firstorder.py`; IBSI "Intensity-based statistics".
public final class FirstOrder {
    /// PyRadiomics' names in its order.
    public static final List<String> NAMES = List.of(
            "10Percentile",
            "90Percentile",
            "Energy",
            "Entropy",
            "InterquartileRange",
            "Kurtosis",
            "Maximum",
            "MeanAbsoluteDeviation",
            "Mean",
            "Median",
            "Minimum",
            "Range",
            "RobustMeanAbsoluteDeviation",
            "RootMeanSquared",
            "Skewness",
            "TotalEnergy",
            "Uniformity",
            "Variance");

    /// Computed only when named: the square root of Variance.
    public static final String STANDARD_DEVIATION = "StandardDeviation";

    private static final double EPSILON = 0x1p-52;
    private static final double LN_2 = Math.log(2);

    private FirstOrder() {}

    /// One value per name of [#NAMES], then StandardDeviation.
    ///
    /// @param allValues      at least one finite; NaN marks voxels without a value, which count in Entropy and Uniformity only
    /// @param range          of the values
    /// @param levels         the grey level of each value, ≥ 1
    /// @param voxelArrayShift c above
    public static double[] features(
            double[] allValues, ValueRange range, int[] levels, double voxelVolumeMm3, double voxelArrayShift) {
        double[] values = range.anyNaN() ? withoutNaN(allValues) : allValues;
        int n = values.length;
        double min = range.min();
        double max = range.max();
        double energy = 0;
        for (double x : values) {
            double shifted = x + voxelArrayShift;
            energy += shifted * shifted;
        }
        double mean = PairwiseSum.of(values) / n;
        double absolute = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (double x : values) {
            double d = x - mean;
            double square = d * d;
            absolute += Math.abs(d);
            second += square;
            third += square * d;
            fourth += square * square;
        }
        double variance = second / n;
        boolean flat = variance == 0;
        FirstOrderQuantiles quantiles = FirstOrderQuantiles.of(values, min, max);
        double entropy = 0;
        double uniformity = 0;
        for (int count : histogram(levels)) {
            if (count > 0) {
                double p = (double) count / levels.length;
                entropy -= p * log2(p + EPSILON);
                uniformity += p * p;
            }
        }
        return new double[] {
            quantiles.p10(),
            quantiles.p90(),
            energy,
            entropy,
            quantiles.p75() - quantiles.p25(),
            flat ? 0 : fourth / n / (variance * variance),
            max,
            absolute / n,
            mean,
            quantiles.median(),
            min,
            max - min,
            robustMeanAbsoluteDeviation(values, quantiles.p10(), quantiles.p90()),
            Math.sqrt(energy / n),
            flat ? 0 : third / n / (variance * Math.sqrt(variance)),
            energy * voxelVolumeMm3,
            uniformity,
            variance,
            Math.sqrt(variance)
        };
    }

    /// Values beyond the percentiles are summed as 0, as NumPy does. They are blotted out by bits, without a branch: it would be
    /// guessed wrong for about every fifth value.
    private static double robustMeanAbsoluteDeviation(double[] values, double p10, double p90) {
        double[] kept = new double[values.length];
        long count = 0;
        for (int n = 0; n < kept.length; n++) {
            long inside = insideBits(values[n], p10, p90);
            kept[n] = Double.longBitsToDouble(Double.doubleToRawLongBits(values[n]) & inside);
            count -= inside;
        }
        double mean = PairwiseSum.of(kept) / count;
        double absolute = 0;
        for (double x : values) {
            absolute += Double.longBitsToDouble(Double.doubleToRawLongBits(Math.abs(x - mean)) & insideBits(x, p10, p90));
        }
        return absolute / count; // 0/0 = NaN: two different values have none between their percentiles
    }

    /// All ones where `low ≤ x ≤ high`, else 0; all three finite. A difference is negative exactly where it is below 0, and +0 where
    /// both are equal.
    private static long insideBits(double x, double low, double high) {
        return ~(Double.doubleToRawLongBits(x - low) | Double.doubleToRawLongBits(high - x)) >> Long.SIZE - 1;
    }

    private static double[] withoutNaN(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    }

    private static int[] histogram(int[] levels) {
        int highest = 0;
        for (int level : levels) {
            highest = Math.max(highest, level);
        }
        int[] counts = new int[highest + 1];
        for (int level : levels) {
            counts[level]++;
        }
        return counts;
    }

    private static double log2(double x) {
        return Math.log(x) / LN_2;
    }
}
