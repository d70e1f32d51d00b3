package org.trabecula.radiomics.ibsi;

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
}
