package org.trabecula.radiomics.settings;

import java.util.OptionalDouble;

/// What a region must be like to be measured.
///
/// @param minimumDimensions sides of the bounding box that must be longer than one voxel; 1 … 3
/// @param minimumVoxels     a region of this many voxels or fewer is refused
/// @param correctMask       a mask on another grid is brought onto the image's by nearest neighbour instead of refused
/// @param geometryTolerance how far origin and spacing (in units of the image's i spacing) and direction may differ
public record MaskRules(
        int minimumDimensions, OptionalDouble minimumVoxels, boolean correctMask, double geometryTolerance) {
    /// PyRadiomics' defaults: two dimensions, any number of voxels, ITK's tolerance.
    public static final MaskRules DEFAULTS = new MaskRules(2, OptionalDouble.empty(), false, 1e-6);

    public MaskRules {
        if (minimumDimensions < 1 || minimumDimensions > 3) {
            throw new IllegalArgumentException("minimumROIDimensions must be 1, 2 or 3, got " + minimumDimensions);
        }
        if (!(geometryTolerance >= 0)) {
            throw new IllegalArgumentException("geometryTolerance must be ≥ 0, got " + geometryTolerance);
        }
    }
}
