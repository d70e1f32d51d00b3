package org.trabecula.radiomics.settings;

/// How values become grey levels 1 … N_g. Edges in [org.trabecula.radiomics.prepare.GreyLevels].
public sealed interface Discretisation {
    /// Bins of one width, with edges at multiples of the width (not at the region's minimum).
    ///
    /// @param width in units of the image; > 0
    record BinWidth(double width) implements Discretisation {
        public BinWidth {
            if (!(width > 0) || Double.isInfinite(width)) {
                throw new IllegalArgumentException("binWidth must be finite and > 0, got " + width);
            }
        }
    }

    /// A fixed number of equal bins from the region's minimum to its maximum.
    ///
    /// @param count at least 1
    record BinCount(int count) implements Discretisation {
        public BinCount {
            if (count < 1) {
                throw new IllegalArgumentException("binCount must be at least 1, got " + count);
            }
        }
    }
}
