/// Slices of a mask along one voxel axis, and what lies between those that were drawn:
/// [org.trabecula.outline.slices.SliceInterpolation].
@NullMarked
package org.trabecula.outline.slices;

import org.jspecify.annotations.NullMarked;
