package org.trabecula.radiomics.ibsi;

import java.util.Arrays;
import java.util.Optional;
import org.trabecula.radiomics.ibsi.intensity.IntensityVolumeHistogram;

/// The intensity-volume histogram that [IvhIntensities] ask for.
///
/// Source: IBSI reference manual, "Intensity-volume histogram features".
final class IvhHistogram {
    private IvhHistogram() {}

    /// The histogram of a region; empty when it would need more than [IntensityVolumeHistogram#MOST_STEPS] steps.
    ///
    /// @param over        which intensities it runs over
    /// @param intensities finite, at least one
    /// @param range       the re-segmentation range
    static Optional<IntensityVolumeHistogram> of(
            IvhIntensities over, double[] intensities, Optional<IbsiResegmentation.Range> range) {
        double min = range.map(IbsiResegmentation.Range::lowest)
                .filter(Double::isFinite)
                .orElseGet(() -> Arrays.stream(intensities).min().orElseThrow());
        double max = range.map(IbsiResegmentation.Range::highest)
                .filter(Double::isFinite)
                .orElseGet(() -> Arrays.stream(intensities).max().orElseThrow());
        return switch (over) {
            case IvhIntensities.WholeSteps() -> steps(intensities, min, max, 1);
            case IvhIntensities.FixedBinSize(double width) -> {
                double[] centres = new double[intensities.length];
                for (int v = 0; v < centres.length; v++) {
                    centres[v] = min + (Math.floor((intensities[v] - min) / width) + 0.5) * width;
                }
                yield steps(centres, min + width / 2, Math.max(min + width / 2, max - width / 2), width);
            }
            case IvhIntensities.FixedBinNumber(int bins) -> {
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
