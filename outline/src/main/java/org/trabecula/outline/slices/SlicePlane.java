package org.trabecula.outline.slices;

import org.trabecula.image.Grid;

/// One slice of a grid: all voxels with one index on one axis.
///
/// Its pixels lie along the two other axes, [#firstAxis] and [#secondAxis], in the order i, j, k.
///
/// @param axis  0, 1 or 2: the axis across the slice
/// @param slice index along `axis`, ≥ 0
public record SlicePlane(int axis, int slice) {
    public SlicePlane {
        if (axis < 0 || axis > 2 || slice < 0) {
            throw new IllegalArgumentException("a slice has an axis 0 … 2 and an index ≥ 0, got axis " + axis + ", index " + slice);
        }
    }

    /// The axis along which neighbouring pixels of a row lie: 1 for sagittal slices across i, else 0.
    public int firstAxis() {
        return axis == 0 ? 1 : 0;
    }

    /// The axis from row to row: 1 for slices across k, else 2.
    public int secondAxis() {
        return axis == 2 ? 1 : 2;
    }

    /// Whether a grid has this slice.
    public boolean isIn(Grid grid) {
        return slice < grid.size().along(axis);
    }
}
