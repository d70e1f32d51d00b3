package org.trabecula.radiomics.filter;

import org.trabecula.radiomics.numeric.PairwiseSum;

/// Excess kurtosis m₄/m₂² − 3 with n in the moments, as SciPy's `kurtosis` gives it: not a number where m₂ ≤ (r · mean)², r
/// the decimal resolution of the number type (1e-15 in 64 bits, 1e-6 in 32).
final class Kurtosis {
    private Kurtosis() {}

    static double of(double[] x) {
        double mean = PairwiseSum.of(x) / x.length;
        double[] squares = new double[x.length];
        double[] fourths = new double[x.length];
        for (int n = 0; n < x.length; n++) {
            double d = x[n] - mean;
            squares[n] = d * d;
            fourths[n] = squares[n] * squares[n];
        }
        double second = PairwiseSum.of(squares) / x.length;
        double fourth = PairwiseSum.of(fourths) / x.length;
        double resolution = 1e-15 * mean;
        return second <= resolution * resolution ? Double.NaN : fourth / (second * second) - 3;
    }

    /// Every operation in 32 bits.
    static double in32Bits(double[] values) {
        float[] x = new float[values.length];
        for (int n = 0; n < x.length; n++) {
            x[n] = (float) values[n];
        }
        float mean = PairwiseSum.of(x) / x.length;
        float[] squares = new float[x.length];
        float[] fourths = new float[x.length];
        for (int n = 0; n < x.length; n++) {
            float d = x[n] - mean;
            squares[n] = d * d;
            fourths[n] = squares[n] * squares[n];
        }
        float second = PairwiseSum.of(squares) / x.length;
        float fourth = PairwiseSum.of(fourths) / x.length;
        float resolution = 1e-6f * mean;
        return second <= resolution * resolution ? Double.NaN : fourth / (second * second) - 3;
    }
}
