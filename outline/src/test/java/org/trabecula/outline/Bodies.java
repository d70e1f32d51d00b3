package org.trabecula.outline;

import java.util.Arrays;
import java.util.Optional;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Mat3;
import org.trabecula.image.PointMm;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;

/// Masks by formula: the voxels whose centres, in mm from the grid's first voxel, fulfil a condition.
public final class Bodies {
    private Bodies() {}

    /// What decides whether a place belongs to a body.
    @FunctionalInterface
    public interface Inside {
        boolean at(double x, double y, double z);
    }

    /// A grid whose axes point the other way and are turned: the same indices and spacing at another place in the world.
    public static Grid obliqueAndFlipped(Grid grid) {
        double c = Math.cos(0.4);
        double s = Math.sin(0.4);
        Mat3 direction = new Mat3(-1, 0, 0, 0, c, -s, 0, s, c);
        return new Grid(grid.size(), grid.spacing(), new PointMm(31, -170, 442), direction);
    }

    public static Mask mask(Grid grid, Inside inside) {
        Size size = grid.size();
        Spacing mm = grid.spacing();
        boolean[] flags = new boolean[(int) size.voxels()];
        int at = 0;
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                for (int i = 0; i < size.i(); i++) {
                    flags[at++] = inside.at(i * mm.iMm(), j * mm.jMm(), k * mm.kMm());
                }
            }
        }
        return Mask.of(grid, grid.wholeBox(), flags);
    }

    /// The voxels of a mask on every `step`-th slice along an axis, from its first one on, and on its last.
    public static Mask everySlice(Mask mask, int axis, int step) {
        Box box = mask.box();
        boolean[] flags = mask.toFlags();
        int at = 0;
        for (int k = box.kMin(); k <= box.kMax(); k++) {
            for (int j = box.jMin(); j <= box.jMax(); j++) {
                for (int i = box.iMin(); i <= box.iMax(); i++, at++) {
                    int slice = axis == 0 ? i : axis == 1 ? j : k;
                    flags[at] &= (slice - box.min(axis)) % step == 0 || slice == box.max(axis);
                }
            }
        }
        return Mask.of(mask.grid(), box, flags);
    }

    public static boolean same(Mask one, Mask other) {
        return one.box().equals(other.box()) && Arrays.equals(one.toFlags(), other.toFlags());
    }

    public static boolean same(Optional<Mask> one, Optional<Mask> other) {
        return one.isPresent() == other.isPresent() && (one.isEmpty() || same(one.get(), other.get()));
    }
}
