package org.trabecula.radiomics.ibsi;

import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;

/// The grid of another spacing that shares its centre with an old grid — IBSI "align grid centres".
///
/// ```
/// n_new = ⌈n_old · s_old / s_new⌉
/// x(m)  = ½ (n_old − 1 − (s_new / s_old)(n_new − 1)) + m · s_new / s_old        in old voxels
/// ```
///
/// The outermost new centres lie at most half an old voxel outside the old centres.
///
/// Source: IBSI reference manual, "Interpolation grids".
final class CentredGrid {
    /// Spacings come from 32-bit headers: an excess this small, relative, is rounding and adds no voxel.
    private static final double ROUNDING = 1e-6;

    /// A spline prefilter's memory falls as 0.268^n: after this many voxels it is below a double's last bit.
    private static final int SPLINE_REACH_VOXELS = 32;

    private final Grid old;
    private final Grid grid;

    CentredGrid(Grid old, Spacing spacing) {
        this.old = old;
        int[] n = new int[3];
        double[] first = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            double ratio = spacing.along(axis) / old.spacing().along(axis);
            double wanted = old.size().along(axis) / ratio;
            n[axis] = Math.toIntExact((long) Math.max(1, Math.ceil(wanted * (1 - ROUNDING))));
            first[axis] = first(old.size().along(axis), n[axis], ratio);
        }
        this.grid = new Grid(
                new Size(n[0], n[1], n[2]), spacing, old.toWorld(first[0], first[1], first[2]), old.direction());
    }

    Grid grid() {
        return grid;
    }

    /// The position of a new index in old voxels.
    double oldPosition(int axis, int index) {
        double ratio = ratio(axis);
        return first(old.size().along(axis), grid.size().along(axis), ratio) + index * ratio;
    }

    /// x(0).
    private static double first(int oldCount, int newCount, double ratio) {
        return 0.5 * (oldCount - 1 - ratio * (newCount - 1));
    }

    /// New spacing over old spacing.
    private double ratio(int axis) {
        return grid.spacing().along(axis) / old.spacing().along(axis);
    }

    /// The new voxels that a box of old voxels can touch by linear interpolation.
    Box covering(Box oldBox) {
        int[] min = new int[3];
        int[] max = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            min[axis] = indexBelow(axis, oldBox.min(axis) - 1);
            max[axis] = Math.min(indexBelow(axis, oldBox.max(axis) + 1) + 1, grid.size().along(axis) - 1);
        }
        return new Box(min[0], min[1], min[2], max[0], max[1], max[2]);
    }

    /// The old voxels that decide a box of new voxels.
    Box sources(Box newBox, Interpolation interpolation) {
        int reach = interpolation == Interpolation.CUBIC_SPLINE ? SPLINE_REACH_VOXELS : 0;
        int[] min = new int[3];
        int[] max = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            int last = old.size().along(axis) - 1;
            min[axis] = Math.clamp((int) Math.floor(oldPosition(axis, newBox.min(axis))) - reach, 0, last);
            max[axis] = Math.clamp((int) Math.floor(oldPosition(axis, newBox.max(axis))) + 1 + reach, 0, last);
        }
        return new Box(min[0], min[1], min[2], max[0], max[1], max[2]);
    }

    private int indexBelow(int axis, double position) {
        int index = (int) Math.floor((position - oldPosition(axis, 0)) / ratio(axis));
        return Math.clamp(index, 0, grid.size().along(axis) - 1);
    }
}
