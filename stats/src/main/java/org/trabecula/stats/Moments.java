package org.trabecula.stats;

/// Means and variances of a sample.
public final class Moments {
    private Moments() {}

    /// (1/n) Σ x, with a second pass that removes the rounding of the first, which matters for values near 1e9; NaN
    /// without values.
    public static double mean(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double first = sum / values.length;
        double rest = 0;
        for (double value : values) {
            rest += value - first;
        }
        return first + rest / values.length;
    }

    /// Σ (x − mean)² / (n − 1); NaN below two values.
    public static double variance(double... values) {
        return sumOfSquares(values) / (values.length - 1.0);
    }

    /// √variance, with n − 1.
    public static double sd(double... values) {
        return sd(values, 1);
    }

    /// √(Σ (x − mean)² / (n − ddof)), also where the squares themselves would vanish or overflow.
    public static double sd(double[] values, int ddof) {
        double unit = Magnitude.unit(values);
        return Math.sqrt(sumOfSquares(Magnitude.times(values, unit)) / (values.length - (double) ddof)) / unit;
    }

    /// Σ (x − mean)²; exactly 0 when all values are equal.
    public static double sumOfSquares(double... values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return isConstant(values) ? 0 : squares;
    }

    /// Whether all values are equal; true without values, false with a NaN among several.
    public static boolean isConstant(double... values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }
}
