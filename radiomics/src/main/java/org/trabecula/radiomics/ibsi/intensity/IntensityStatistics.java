package org.trabecula.radiomics.ibsi.intensity;

import java.util.Arrays;

/// The statistics of a list of intensities, or of grey levels — IBSI `UHIW`, and the part of `ZVCW` that is the same.
///
/// Moments have the divisor N; percentiles interpolate linearly at (N − 1)q; intensities in the unit of the input.
///
/// ```
/// variance                 m2 = 1/N Σ (x − mean)²
/// skewness                 m3 / m2^(3/2)                   0 if m2 = 0
/// excess kurtosis          m4 / m2² − 3                    0 if m2 = 0
/// mean absolute deviation  1/N Σ |x − mean|
/// robust MAD               the same over p10 ≤ x ≤ p90, about their own mean
/// median absolute dev.     1/N Σ |x − median|              (a mean, not a median)
/// coefficient of variation √m2 / mean                      undefined if mean = 0
/// quartile coefficient     (p75 − p25) / (p75 + p25)       undefined if p75 + p25 = 0
/// energy                   Σ x²
/// root mean square         √(1/N Σ x²)
/// ```
///
/// Source: IBSI reference manual, "Intensity-based statistical features".
///
/// @param coefficientOfVariation             NaN where undefined
/// @param quartileCoefficientOfDispersion    NaN where undefined
public record IntensityStatistics(
        double mean,
        double variance,
        double skewness,
        double excessKurtosis,
        double median,
        double minimum,
        double p10,
        double p90,
        double maximum,
        double interquartileRange,
        double range,
        double meanAbsoluteDeviation,
        double robustMeanAbsoluteDeviation,
        double medianAbsoluteDeviation,
        double coefficientOfVariation,
        double quartileCoefficientOfDispersion,
        double energy,
        double rootMeanSquare) {
    /// @param values at least one; not changed
    public static IntensityStatistics of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double mean = mean(sorted, 0, n);
        double m2 = 0;
        double m3 = 0;
        double m4 = 0;
        double squares = 0;
        for (double x : sorted) {
            double d = x - mean;
            m2 += d * d;
            m3 += d * d * d;
            m4 += d * d * d * d;
            squares += x * x;
        }
        m2 /= n;
        m3 /= n;
        m4 /= n;
        boolean flat = sorted[0] == sorted[n - 1];
        double median = Percentile.of(sorted, 0.5);
        double p10 = Percentile.of(sorted, 0.1);
        double p25 = Percentile.of(sorted, 0.25);
        double p75 = Percentile.of(sorted, 0.75);
        double p90 = Percentile.of(sorted, 0.9);
        int from = 0;
        while (sorted[from] < p10) {
            from++;
        }
        int to = n;
        while (sorted[to - 1] > p90) {
            to--;
        }
        return new IntensityStatistics(
                mean,
                flat ? 0 : m2,
                flat ? 0 : m3 / Math.pow(m2, 1.5),
                flat ? 0 : m4 / (m2 * m2) - 3,
                median,
                sorted[0],
                p10,
                p90,
                sorted[n - 1],
                p75 - p25,
                sorted[n - 1] - sorted[0],
                meanDistance(sorted, 0, n, mean),
                meanDistance(sorted, from, to, mean(sorted, from, to)),
                meanDistance(sorted, 0, n, median),
                mean == 0 ? Double.NaN : flat ? 0 : Math.sqrt(m2) / mean,
                p75 + p25 == 0 ? Double.NaN : (p75 - p25) / (p75 + p25),
                squares,
                Math.sqrt(squares / n));
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int v = from; v < to; v++) {
            sum += values[v];
        }
        return sum / (to - from);
    }

    private static double meanDistance(double[] values, int from, int to, double centre) {
        double sum = 0;
        for (int v = from; v < to; v++) {
            sum += Math.abs(values[v] - centre);
        }
        return sum / (to - from);
    }
}
