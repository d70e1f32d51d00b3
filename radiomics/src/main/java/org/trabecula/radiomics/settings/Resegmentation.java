package org.trabecula.radiomics.settings;

import java.util.List;

/// Leaves voxels out of the region by their value.
///
/// @param range      one threshold (keep values at or above) or two (keep values between, both ends included)
/// @param mode       what the thresholds are counted in
/// @param alsoShape  whether shape features see the smaller region too (`resegmentShape`)
public record Resegmentation(List<Double> range, Mode mode, boolean alsoShape) {
    /// What thresholds are counted in.
    public enum Mode {
        /// Units of the image.
        ABSOLUTE,
        /// The region's maximum.
        RELATIVE,
        /// Standard deviations around the region's mean.
        SIGMA
    }

    public Resegmentation {
        if (range.isEmpty() || range.size() > 2) {
            throw new IllegalArgumentException("resegmentRange holds one or two thresholds, got " + range);
        }
        range = range.stream().sorted().toList();
    }
}
