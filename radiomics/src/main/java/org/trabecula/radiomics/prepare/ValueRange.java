package org.trabecula.radiomics.prepare;

import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.radiomics.problem.RegionProblem;

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

    /// The range of a region's values on an image; never empty, always finite.
    ///
    /// @param imageName as in column names
    /// @param partial   whether the image may have no value at some voxels, marked by NaN
    /// @throws InputException RAD-010 for values that are not numbers
    public static ValueRange required(double[] values, String imageName, boolean partial) {
        ValueRange range = of(values);
        if (range.anyNaN() && !partial) {
            throw notFinite(imageName, "a voxel inside the region whose value is not a number");
        }
        if (!range.isFinite()) {
            throw notFinite(imageName, range.min() > range.max() ? "no value at any voxel of the region" : "infinite values");
        }
        return range;
    }

    private static InputException notFinite(String imageName, String found) {
        return new InputException(new Problem(
                RegionProblem.NOT_FINITE,
                "image type " + imageName,
                found,
                "finite values; some derived images have none where the image is flat, zero or not a number",
                "repair the image, or leave out this image type"));
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
