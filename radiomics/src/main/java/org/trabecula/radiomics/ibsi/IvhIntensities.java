package org.trabecula.radiomics.ibsi;

import java.util.Arrays;
import java.util.Optional;
import org.trabecula.radiomics.ibsi.intensity.IntensityVolumeHistogram;

/// Over which intensities the intensity-volume histogram runs.
///
/// Source: IBSI reference manual, "Intensity-volume histogram features".
public sealed interface IvhIntensities {
    /// The intensities as they are, walked in steps of one; from and to the re-segmentation range, or the region's extremes
    /// where there is none. For calibrated whole numbers such as HU.
    record WholeSteps() implements IvhIntensities {}

    /// Centres of bins of a fixed width that begin at the lower end of the re-segmentation range, or at the region's
    /// minimum; from the first centre to the last below the range's end.
    ///
    /// @param width in HU
    record FixedBinSize(double width) implements IvhIntensities {
        public FixedBinSize {
            if (!(width > 0)) {
                throw new IllegalArgumentException("bins need a width > 0, got " + width);
            }
        }
    }

    /// The levels of a fixed number of bins: 1 … bins.
    record FixedBinNumber(int bins) implements IvhIntensities {
        public FixedBinNumber {
            if (bins < 1 || bins > IbsiDiscretisation.HIGHEST_LEVEL) {
                throw new IllegalArgumentException("bins must be 1 … " + IbsiDiscretisation.HIGHEST_LEVEL + ", got " + bins);
            }
        }
    }

    /// The histogram of a region; empty when it would need more than [IntensityVolumeHistogram#MOST_STEPS] steps.
    ///
    /// @param intensities finite, at least one
    /// @param range       the re-segmentation range
    default Optional<IntensityVolumeHistogram> histogram(
            double[] intensities, Optional<IbsiResegmentation.Range> range) {
        double min = range.map(IbsiResegmentation.Range::lowest)
                .filter(Double::isFinite)
                .orElseGet(() -> Arrays.stream(intensities).min().orElseThrow());
        double max = range.map(IbsiResegmentation.Range::highest)
                .filter(Double::isFinite)
                .orElseGet(() -> Arrays.stream(intensities).max().orElseThrow());
        return switch (this) {
            case WholeSteps() -> steps(intensities, min, max, 1);
            case FixedBinSize(double width) -> {
                double[] centres = new double[intensities.length];
                for (int v = 0; v < centres.length; v++) {
                    centres[v] = min + (Math.floor((intensities[v] - min) / width) + 0.5) * width;
                }
                yield steps(centres, min + width / 2, Math.max(min + width / 2, max - width / 2), width);
            }
            case FixedBinNumber(int bins) -> {
                int[] levels = new IbsiDiscretisation.FixedBinNumber(bins).levels(intensities);
                yield steps(Arrays.stream(levels).asDoubleStream().toArray(), 1, bins, 1);
            }
        };
    }

    private static Optional<IntensityVolumeHistogram> steps(
            double[] values, double lowest, double highest, double step) {
        return (highest - lowest) / step < IntensityVolumeHistogram.MOST_STEPS
                ? Optional.of(new IntensityVolumeHistogram(values, lowest, highest, step))
                : Optional.empty();
    }
}
