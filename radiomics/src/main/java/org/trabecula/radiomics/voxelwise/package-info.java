/// Feature maps: the features of the small neighbourhood (kernel) around each voxel of a region, with PyRadiomics' numbers
/// (`voxelBased=True`).
///
/// Start with [org.trabecula.radiomics.voxelwise.VoxelwiseRadiomics]. A kernel is a cube clipped to the map, and to the region where
/// kernels are masked; its features are those that `texture` and `firstorder` compute for a region, on the grey levels of the whole.
@NullMarked
package org.trabecula.radiomics.voxelwise;

import org.jspecify.annotations.NullMarked;
