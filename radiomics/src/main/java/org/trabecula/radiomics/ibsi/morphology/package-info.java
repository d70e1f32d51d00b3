/// The shape of a region as IBSI 1 defines it, and how its intensities lie in space.
///
/// Kernels only: [org.trabecula.radiomics.ibsi.morphology.SurfaceMesh] gives volume and area,
/// [org.trabecula.radiomics.ibsi.morphology.ConvexHull] diameter and hull, the others boxes, ellipsoids, axes and spatial
/// autocorrelation. Their IBSI codes are given in the package above.
@NullMarked
package org.trabecula.radiomics.ibsi.morphology;

import org.jspecify.annotations.NullMarked;
