package org.trabecula.outline.slices;

import org.trabecula.image.Box;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;

/// A mask's box as slices across one axis, each an array of its own with a rim of one pixel outside.
///
/// A slice's pixels run along the two other axes in their order i, j, k, the earlier one fastest.
final class SliceStack {
    private final int axis;
    private final Box box;
    private final int first;
    private final int second;
    private final Mask mask;

    SliceStack(Mask mask, int axis) {
        SlicePlane plane = new SlicePlane(axis, 0); // any slice: all have the same axes
        this.mask = mask;
        this.axis = axis;
        this.box = mask.box();
        this.first = plane.firstAxis();
        this.second = plane.secondAxis();
    }

    int from() {
        return box.min(axis);
    }

    int to() {
        return box.max(axis);
    }

    /// Pixels of a slice, the rim included; one voxel thick.
    Size sliceSize() {
        Size size = box.size();
        return new Size(size.along(first) + 2, size.along(second) + 2, 1);
    }

    Spacing sliceSpacing() {
        Spacing spacing = mask.grid().spacing();
        return new Spacing(spacing.along(first), spacing.along(second), spacing.along(axis));
    }

    boolean[] slice(int index) {
        Size size = sliceSize();
        boolean[] pixels = new boolean[(int) size.voxels()];
        for (int b = 1; b < size.j() - 1; b++) {
            for (int a = 1; a < size.i() - 1; a++) {
                int u = box.min(first) + a - 1;
                int v = box.min(second) + b - 1;
                pixels[a + size.i() * b] = switch (axis) {
                    case 0 -> mask.at(index, u, v);
                    case 1 -> mask.at(u, index, v);
                    default -> mask.at(u, v, index);
                };
            }
        }
        return pixels;
    }

    /// Writes a slice into flags of the box, i fastest.
    void put(boolean[] pixels, int index, boolean[] flags) {
        Size size = sliceSize();
        Size whole = box.size();
        int[] stride = {1, whole.i(), whole.i() * whole.j()};
        for (int b = 1; b < size.j() - 1; b++) {
            for (int a = 1; a < size.i() - 1; a++) {
                int at = (a - 1) * stride[first] + (b - 1) * stride[second] + (index - box.min(axis)) * stride[axis];
                flags[at] = pixels[a + size.i() * b];
            }
        }
    }

    boolean hasVoxels(int index) {
        for (boolean pixel : slice(index)) {
            if (pixel) {
                return true;
            }
        }
        return false;
    }
}
