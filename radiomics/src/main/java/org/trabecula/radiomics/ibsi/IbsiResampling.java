package org.trabecula.radiomics.ibsi;

import java.util.OptionalDouble;
import org.trabecula.image.Spacing;

/// The grid to resample to, and how.
///
/// @param iMm           new spacing along i
/// @param jMm           along j
/// @param kMm           along k; empty: slices stay as they are
/// @param image         interpolation of intensities; masks are always interpolated linearly
/// @param partialVolume a voxel belongs to the new mask when the interpolated mask is at least this, in (0, 1]
public record IbsiResampling(double iMm, double jMm, OptionalDouble kMm, Interpolation image, double partialVolume) {
    public IbsiResampling {
        if (!(iMm > 0) || !(jMm > 0) || !(kMm.orElse(1) > 0)) {
            throw new IllegalArgumentException("spacing must be > 0 mm, got " + iMm + ", " + jMm + ", " + kMm);
        }
        if (!(partialVolume > 0 && partialVolume <= 1)) {
            throw new IllegalArgumentException("the mask's threshold must lie in (0, 1], got " + partialVolume);
        }
    }

    /// The new spacing of an image.
    Spacing spacing(Spacing old) {
        return new Spacing(iMm, jMm, kMm.orElse(old.kMm()));
    }
}
