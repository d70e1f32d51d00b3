package org.trabecula.radiomics.voxelwise;

import java.util.Arrays;
import org.trabecula.image.Size;
import org.trabecula.radiomics.settings.Slicing;

/// The kernel as a box that moves over a map. Maps get an empty margin of the kernel's radius, so that no kernel tests for the border.
///
/// Inside slices the kernel is one voxel thick across them.
final class KernelWindow {
    private final int[] reach;
    private final Size map;
    private final Size size;
    private final int rowStep;
    private final int sliceStep;

    KernelWindow(Size map, int radius, Slicing slicing) {
        this.map = map;
        this.reach = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            reach[axis] = slicing.forbids(axis) ? 0 : radius;
        }
        this.size = new Size(2 * reach[0] + 1, 2 * reach[1] + 1, 2 * reach[2] + 1);
        long row = map.i() + 2L * reach[0];
        long slice = row * (map.j() + 2L * reach[1]);
        if (slice * (map.k() + 2L * reach[2]) > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("a map of " + map + " voxels with a margin of " + radius + " is larger than an array");
        }
        this.rowStep = (int) row;
        this.sliceStep = (int) slice;
    }

    /// Of the kernel, in voxels.
    Size size() {
        return size;
    }

    int voxels() {
        return Math.toIntExact(size.voxels());
    }

    /// Entries of a map with its margin.
    int paddedLength() {
        return sliceStep * (map.k() + 2 * reach[2]);
    }

    /// The entry of a map's voxel in the map with its margin.
    int padded(int voxel) {
        int i = voxel % map.i();
        int row = voxel / map.i();
        return i + reach[0] + (row % map.j() + reach[1]) * rowStep + (row / map.j() + reach[2]) * sliceStep;
    }

    /// Lays a map's values into a map with margin.
    ///
    /// @param values one a voxel of `voxels`
    /// @param empty  of everything else
    double[] pad(int[] voxels, double[] values, double empty) {
        double[] padded = new double[paddedLength()];
        Arrays.fill(padded, empty);
        for (int n = 0; n < voxels.length; n++) {
            padded[padded(voxels[n])] = values[n];
        }
        return padded;
    }

    /// Lays levels into a map with margin; 0 everywhere else.
    int[] pad(int[] voxels, int[] levels) {
        int[] padded = new int[paddedLength()];
        for (int n = 0; n < voxels.length; n++) {
            padded[padded(voxels[n])] = levels[n];
        }
        return padded;
    }

    /// Copies the kernel around `centre`, i fastest.
    ///
    /// @param centre an entry of `padded`
    /// @param to     one entry a voxel of the kernel
    void copy(int[] padded, int centre, int[] to) {
        int first = centre - reach[0] - reach[1] * rowStep - reach[2] * sliceStep;
        int at = 0;
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++, at += size.i()) {
                System.arraycopy(padded, first + j * rowStep + k * sliceStep, to, at, size.i());
            }
        }
    }

    /// Steps from a centre to every voxel of its kernel in NumPy's order as PyRadiomics has it: from the highest k, j, i to the lowest,
    /// the centre last. Sums depend on it in their last bit.
    int[] steps() {
        int[] steps = new int[voxels()];
        int count = 0;
        for (int k = reach[2]; k >= -reach[2]; k--) {
            for (int j = reach[1]; j >= -reach[1]; j--) {
                for (int i = reach[0]; i >= -reach[0]; i--) {
                    if (i != 0 || j != 0 || k != 0) {
                        steps[count++] = i + j * rowStep + k * sliceStep;
                    }
                }
            }
        }
        return steps; // the last entry is 0
    }
}
