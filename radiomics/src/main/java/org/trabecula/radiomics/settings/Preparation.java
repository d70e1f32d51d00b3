package org.trabecula.radiomics.settings;

import java.util.Optional;

/// What is done to image and mask before any feature is computed, in this order: check, normalise, resample (or crop),
/// check again, resegment.
///
/// @param preCrop       crop to the region before filtering, when there is no resampling
/// @param padDistance   voxels kept around the region's box when resampling or cropping; ≥ 0
public record Preparation(
        MaskRules maskRules,
        Optional<Normalisation> normalisation,
        Optional<Resampling> resampling,
        boolean preCrop,
        int padDistance,
        Optional<Resegmentation> resegmentation) {
    /// PyRadiomics' defaults: nothing but the checks.
    public static final Preparation NONE =
            new Preparation(MaskRules.DEFAULTS, Optional.empty(), Optional.empty(), false, 5, Optional.empty());

    public Preparation {
        if (padDistance < 0) {
            throw new IllegalArgumentException("padDistance must be ≥ 0 voxels, got " + padDistance);
        }
    }
}
