/// The shape of a region, from its mask alone: [org.trabecula.radiomics.shape.Shape3D] and
/// [org.trabecula.radiomics.shape.Shape2D].
///
/// [org.trabecula.radiomics.shape.CubeMesh] measures the surface, [org.trabecula.radiomics.shape.Diameters] the largest
/// distances, [org.trabecula.radiomics.shape.PrincipalAxes] the axes.
@NullMarked
package org.trabecula.radiomics.shape;

import org.jspecify.annotations.NullMarked;
