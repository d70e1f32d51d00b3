package org.trabecula.radiomics.prepare;

import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.PointMm;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.radiomics.problem.RegionProblem;
import org.trabecula.radiomics.settings.Resampling;

/// The grid that image and mask are resampled to: the region's box and `padDistance` new voxels around it.
///
/// With s the mask's spacing, t the wanted one, r = s/t, b and n the box's lower corner and size, N the mask's size and p
/// the pad distance, per axis:
///
/// ```
/// L = max(⌊(b − ½) r − p⌋, 0)      U = min(⌈(b + n − ½) r + p⌉, ⌈N r⌉ − 1)      size = U − L + 1
/// first centre, in mask voxels = ½ (t − s)/s + L/r
/// ```
///
/// So the grid's outer corner, not its first centre, lies on the corner of the mask's volume. Directions are the mask's.
/// Source: PyRadiomics `imageoperations.resampleImage`.
final class CommonGrid {
    /// More voxels than this need more than 4 GiB for the resampled image alone.
    private static final long MOST_VOXELS = 1L << 29;

    private CommonGrid() {}

    /// The spacing to resample to: 0 stands for the mask's, and axes on which the region is one voxel thick are left alone.
    static Spacing spacing(Mask mask, Resampling wanted) {
        double[] t = new double[3];
        Size box = mask.box().size();
        for (int axis = 0; axis < 3; axis++) {
            boolean keep = wanted.along(axis) == 0 || box.along(axis) == 1;
            t[axis] = keep ? mask.grid().spacing().along(axis) : wanted.along(axis);
        }
        return new Spacing(t[0], t[1], t[2]);
    }

    /// Whether the image already has the spacing, as NumPy's `allclose` decides.
    static boolean hasSpacing(Grid image, Spacing wanted) {
        for (int axis = 0; axis < 3; axis++) {
            double t = wanted.along(axis);
            if (!(Math.abs(image.spacing().along(axis) - t) <= 1e-8 + 1e-5 * Math.abs(t))) {
                return false;
            }
        }
        return true;
    }

    static Grid around(Mask mask, Spacing wanted, int padDistance) {
        Grid grid = mask.grid();
        Box box = mask.box();
        int[] size = new int[3];
        double[] first = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            double s = grid.spacing().along(axis);
            double t = wanted.along(axis);
            double r = s / t;
            double lower = Math.floor((box.min(axis) - 0.5) * r - padDistance);
            double upper = Math.ceil((box.max(axis) + 1 - 0.5) * r + padDistance);
            lower = Math.max(lower, 0);
            upper = Math.min(upper, Math.ceil(grid.size().along(axis) * r) - 1);
            double voxels = upper - lower + 1;
            if (!(voxels >= 1)) {
                throw MaskCheck.vanished(grid, mask);
            }
            size[axis] = (int) Math.min(voxels, Integer.MAX_VALUE);
            first[axis] = 0.5 * (t - s) / s + lower / r;
        }
        Size newSize = new Size(size[0], size[1], size[2]);
        checkSize(newSize, wanted, box);
        return new Grid(newSize, wanted, pointAt(grid, first), grid.direction());
    }

    private static void checkSize(Size size, Spacing spacing, Box box) {
        if ((double) size.i() * size.j() * size.k() > MOST_VOXELS) {
            throw new InputException(new Problem(
                    RegionProblem.TOO_LARGE,
                    "resampling to " + spacing,
                    size + " voxels around a region of " + box.size(),
                    "at most " + MOST_VOXELS + " voxels",
                    "resample to a coarser spacing"));
        }
    }

    /// A world position with ITK's order of operations: direction times spacing first, origin last.
    private static PointMm pointAt(Grid grid, double[] index) {
        double[] point = new double[3];
        for (int row = 0; row < 3; row++) {
            double sum = 0;
            for (int axis = 0; axis < 3; axis++) {
                sum += grid.direction().at(row, axis) * grid.spacing().along(axis) * index[axis];
            }
            point[row] = sum + grid.originMm().along(row);
        }
        return new PointMm(point[0], point[1], point[2]);
    }
}
