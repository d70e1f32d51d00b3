package org.trabecula.radiomics.settings;

import org.trabecula.image.resample.Interpolator;

/// The voxel spacing to bring image and mask to.
///
/// @param iMm          wanted spacing along i in mm; 0: leave the mask's spacing
/// @param jMm          along j
/// @param kMm          along k
/// @param interpolator for the image; masks always take the nearest voxel
public record Resampling(double iMm, double jMm, double kMm, Interpolator interpolator) {
    public Resampling {
        if (!(iMm >= 0 && jMm >= 0 && kMm >= 0) || Double.isInfinite(iMm + jMm + kMm)) {
            throw new IllegalArgumentException(
                    "resampledPixelSpacing must be ≥ 0 mm on every axis, got " + iMm + ", " + jMm + ", " + kMm);
        }
    }

    /// Along axis 0 (i), 1 (j) or 2 (k).
    public double along(int axis) {
        return axis == 0 ? iMm : axis == 1 ? jMm : kMm;
    }
}
