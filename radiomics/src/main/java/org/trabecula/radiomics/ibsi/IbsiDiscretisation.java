package org.trabecula.radiomics.ibsi;

import java.util.Arrays;
import java.util.Optional;

/// How intensities become grey levels 1 … N_g.
///
/// Source: IBSI reference manual, "Intensity discretisation".
public sealed interface IbsiDiscretisation {
    /// Levels above this are not computed: per-level tables would outgrow the region.
    int HIGHEST_LEVEL = 1 << 20;

    /// Intensities are whole numbers ≥ 1 and are levels already.
    record AsIs() implements IbsiDiscretisation {}

    /// `⌊(x − lowest) / width⌋ + 1` — IBSI `Q3RU`.
    ///
    /// @param lowest where level 1 begins, in HU: the lower end of the re-segmentation range
    /// @param width  of a bin in HU
    record FixedBinSize(double lowest, double width) implements IbsiDiscretisation {
        public FixedBinSize {
            if (!(width > 0) || !Double.isFinite(lowest)) {
                throw new IllegalArgumentException("bins need a finite start and a width > 0, got " + lowest + ", " + width);
            }
        }
    }

    /// `⌊bins (x − min) / (max − min)⌋ + 1`, with x = max in the last bin; one level if all intensities are equal — IBSI
    /// `K15C`.
    record FixedBinNumber(int bins) implements IbsiDiscretisation {
        public FixedBinNumber {
            if (bins < 1 || bins > HIGHEST_LEVEL) {
                throw new IllegalArgumentException("bins must be 1 … " + HIGHEST_LEVEL + ", got " + bins);
            }
        }
    }

    /// Why these intensities have no levels; empty if they have.
    default Optional<String> whyNot(double[] intensities) {
        double min = Arrays.stream(intensities).min().orElse(1);
        double max = Arrays.stream(intensities).max().orElse(1);
        if (!Double.isFinite(min) || !Double.isFinite(max)) { // a NaN makes both NaN
            return Optional.of("the intensities are not all finite");
        }
        double lowest = level(min, min, max);
        double highest = level(max, min, max);
        if (!(lowest >= 1)) {
            return Optional.of("intensity " + min + " lies below the first grey level of " + this);
        }
        if (!(highest <= HIGHEST_LEVEL)) {
            return Optional.of("intensity " + max + " would be grey level " + highest + " with " + this);
        }
        if (this instanceof AsIs && !Arrays.stream(intensities).allMatch(x -> x == Math.rint(x))) {
            return Optional.of("intensities that are not whole numbers are no grey levels");
        }
        return Optional.empty();
    }

    /// The level of every intensity, which [#whyNot] allows.
    default int[] levels(double[] intensities) {
        double min = Arrays.stream(intensities).min().orElse(1);
        double max = Arrays.stream(intensities).max().orElse(1);
        int[] levels = new int[intensities.length];
        for (int v = 0; v < levels.length; v++) {
            levels[v] = (int) level(intensities[v], min, max);
        }
        return levels;
    }

    private double level(double x, double min, double max) {
        return switch (this) {
            case AsIs() -> x;
            case FixedBinSize(double lowest, double width) -> Math.floor((x - lowest) / width) + 1;
            case FixedBinNumber(int bins) -> max > min
                    ? Math.min(bins, Math.floor(bins * (x - min) / (max - min)) + 1)
                    : 1;
        };
    }
}
