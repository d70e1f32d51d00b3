package org.trabecula.radiomics.ibsi.filter;

import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Size;
import org.trabecula.image.Volume;
import org.trabecula.image.VoxelType;

/// Numbers on a lattice, i fastest: what filters read and write. Owns its array.
final class Field {
    final Size size;
    final double[] values;

    Field(Size size, double[] values) {
        if (size.voxels() != values.length) {
            throw new IllegalArgumentException(size + " = " + size.voxels() + " values, got " + values.length);
        }
        this.size = size;
        this.values = values;
    }

    /// A copy of the voxels in a box.
    static Field of(Volume volume, Box box) {
        return new Field(box.size(), volume.toDoubles(box));
    }

    /// The values as voxels of a box of `grid`.
    Volume onto(Grid grid, Box box) {
        return new Volume(grid, box, VoxelType.FLOAT64, new Volume.Voxels.OfDouble(values));
    }

    /// Distance in memory between neighbours along an axis.
    int stride(int axis) {
        return axis == 0 ? 1 : axis == 1 ? size.i() : size.i() * size.j();
    }
}
