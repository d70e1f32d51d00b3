package org.trabecula.radiomics.ibsi;

import java.util.Optional;
import java.util.OptionalDouble;

/// Which voxels leave the intensity mask for their intensity; the morphological mask keeps them.
///
/// Both rules look at the mask as segmented, and a voxel stays when both keep it. What is not a number stays, to be told.
///
/// Source: IBSI reference manual, "Re-segmentation".
///
/// @param range         intensities to keep, both ends included
/// @param outlierSigmas keep mean ± this many standard deviations (divisor N), both ends included
public record IbsiResegmentation(Optional<Range> range, OptionalDouble outlierSigmas) {
    /// The region stays as it was drawn.
    public static final IbsiResegmentation NONE = new IbsiResegmentation(Optional.empty(), OptionalDouble.empty());

    /// @param lowest  in HU
    /// @param highest in HU, at least `lowest`
    public record Range(double lowest, double highest) {
        public Range {
            if (!(lowest <= highest)) {
                throw new IllegalArgumentException("a range rises, got " + lowest + " … " + highest);
            }
        }
    }

    public IbsiResegmentation {
        if (outlierSigmas.isPresent() && !(outlierSigmas.getAsDouble() > 0)) {
            throw new IllegalArgumentException("sigmas must be > 0, got " + outlierSigmas.getAsDouble());
        }
    }

    /// Clears the flags of the voxels to leave out.
    void apply(double[] intensities, boolean[] inside) {
        double lowest = range.map(Range::lowest).orElse(Double.NEGATIVE_INFINITY);
        double highest = range.map(Range::highest).orElse(Double.POSITIVE_INFINITY);
        if (outlierSigmas.isPresent()) {
            double sum = 0;
            int count = 0;
            for (int v = 0; v < inside.length; v++) {
                if (inside[v]) {
                    sum += intensities[v];
                    count++;
                }
            }
            double mean = sum / count;
            double squares = 0;
            for (int v = 0; v < inside.length; v++) {
                if (inside[v]) {
                    squares += (intensities[v] - mean) * (intensities[v] - mean);
                }
            }
            double reach = outlierSigmas.getAsDouble() * Math.sqrt(squares / count);
            lowest = Math.max(lowest, mean - reach);
            highest = Math.min(highest, mean + reach);
        }
        for (int v = 0; v < inside.length; v++) {
            inside[v] &= !(intensities[v] < lowest || intensities[v] > highest);
        }
    }
}
