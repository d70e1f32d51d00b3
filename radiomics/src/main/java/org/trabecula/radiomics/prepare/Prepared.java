package org.trabecula.radiomics.prepare;

import org.trabecula.image.Mask;
import org.trabecula.image.Volume;

/// Image and region as every filter and family sees them, on one grid.
///
/// @param image        normalised, resampled or cropped; filters see all that is held
/// @param region       the voxels that are measured
/// @param unresegmented the region before resegmentation; the same object as `region` when there was none
public record Prepared(Volume image, Mask region, Mask unresegmented) {}
