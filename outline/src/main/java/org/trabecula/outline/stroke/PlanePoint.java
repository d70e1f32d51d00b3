package org.trabecula.outline.stroke;

import org.trabecula.image.Spacing;
import org.trabecula.outline.slices.SlicePlane;

/// A place on a [SlicePlane] in voxel indices of the grid, fractions between centres; it may lie outside of the grid.
///
/// @param first  along [SlicePlane#firstAxis]
/// @param second along [SlicePlane#secondAxis]
public record PlanePoint(double first, double second) {
    /// No grid has more voxels along an axis; so far away a page has sent nonsense.
    public static final double FARTHEST = 1e6;

    public PlanePoint {
        if (!(Math.abs(first) <= FARTHEST && Math.abs(second) <= FARTHEST)) { // NaN fails too
            throw new IllegalArgumentException(
                    "a point on a slice lies within " + FARTHEST + " voxels, got " + first + ", " + second);
        }
    }

    /// From millimetres along the two axes, measured from the centre of the grid's first voxel.
    public static PlanePoint ofMm(SlicePlane plane, Spacing spacing, double firstMm, double secondMm) {
        return new PlanePoint(firstMm / spacing.along(plane.firstAxis()), secondMm / spacing.along(plane.secondAxis()));
    }
}
