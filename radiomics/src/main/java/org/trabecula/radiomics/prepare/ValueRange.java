package org.trabecula.radiomics.prepare;

/// The least and the greatest of many values, NaN aside, and whether there are values that are not finite.
///
/// @param min      +∞ when every value is NaN
/// @param max      −∞ when every value is NaN
/// @param anyNaN   whether a value is NaN
public record ValueRange(double min, double max, boolean anyNaN) {
    public static ValueRange of(double[] values) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double sum = 0; // NaN as soon as one value is
        for (double value : values) {
            min = value < min ? value : min; // false for NaN
            max = value > max ? value : max;
            sum += value * 0;
        }
        boolean suspicious = Double.isNaN(sum);
        return new ValueRange(min, max, suspicious && holdsNaN(values));
    }

    /// Whether there is a value and none is infinite.
    public boolean isFinite() {
        return min <= max && min > Double.NEGATIVE_INFINITY && max < Double.POSITIVE_INFINITY;
    }

    private static boolean holdsNaN(double[] values) {
        for (double value : values) {
            if (Double.isNaN(value)) {
                return true;
            }
        }
        return false;
    }
}
