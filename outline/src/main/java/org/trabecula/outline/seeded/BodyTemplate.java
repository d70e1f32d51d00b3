package org.trabecula.outline.seeded;

import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Orientation;

/// The rough shape of a vertebral body: a cylinder from endplate to endplate whose cross-section is a superellipse of exponent 3,
/// rounder than a box and fuller than an ellipse, leaning in the sagittal plane.
///
/// Lengths are mm along the grid's axes, named by the body axis that each follows most closely ([Orientation]).
///
/// @param sideways  index of the middle along the sagittal axis (from side to side), in mm from the centre of the first voxel
/// @param deep      the same along the coronal axis (front to back)
/// @param high      the same along the axial axis
/// @param halfWidth half of the body from side to side
/// @param halfDepth half of it from front to back
/// @param halfHeight half of it from endplate to endplate
/// @param leanRad   turn of the long axis from the axial towards the coronal axis, 0 for an upright body
record BodyTemplate(
        double sideways, double deep, double high, double halfWidth, double halfDepth, double halfHeight, double leanRad) {

    /// How many lengths there are, the lean among them, and the places of some in [#lengths].
    static final int LENGTHS = 7;

    static final int SIDEWAYS = 0;
    static final int HIGH = 2;
    static final int HALF_WIDTH = 3;
    static final int HALF_DEPTH = 4;
    static final int HALF_HEIGHT = 5;
    static final int LEAN = 6;

    /// The lengths in the order of the parameters.
    double[] lengths() {
        return new double[] {sideways, deep, high, halfWidth, halfDepth, halfHeight, leanRad};
    }

    static BodyTemplate of(double[] lengths) {
        return new BodyTemplate(
                lengths[0], lengths[1], lengths[2], lengths[3], lengths[4], lengths[5], lengths[6]);
    }

    /// The upright body that fills a box.
    static BodyTemplate filling(Grid grid, Box box) {
        Orientation axes = Orientation.of(grid.direction());
        return new BodyTemplate(
                middle(grid, box, axes.sagittalAxis()),
                middle(grid, box, axes.coronalAxis()),
                middle(grid, box, axes.axialAxis()),
                half(grid, box, axes.sagittalAxis()),
                half(grid, box, axes.coronalAxis()),
                half(grid, box, axes.axialAxis()),
                0);
    }

    /// Where a place lies: 1 on the surface, less inside.
    ///
    /// @param across from the long axis (0) to the side walls (1)
    /// @param along  from the middle (0) to an endplate (1)
    record Place(double across, double along) {}

    /// @param x mm along the sagittal axis
    /// @param y mm along the coronal axis
    /// @param z mm along the axial axis
    Place place(double x, double y, double z) {
        double c = Math.cos(leanRad);
        double s = Math.sin(leanRad);
        double q = (c * (y - deep) - s * (z - high)) / halfDepth;
        double r = (s * (y - deep) + c * (z - high)) / halfHeight;
        double p = (x - sideways) / halfWidth;
        return new Place(Math.cbrt(Math.abs(p * p * p) + Math.abs(q * q * q)), Math.abs(r));
    }

    /// Whether a place lies more than a margin outside, measured along the shortest of the body's half-sizes.
    boolean farOutside(Place place, double marginMm) {
        return (place.across() - 1) * Math.min(halfWidth, halfDepth) > marginMm || (place.along() - 1) * halfHeight > marginMm;
    }

    /// The box of whole voxels that the body fills, cut at the grid.
    Box box(Grid grid) {
        double c = Math.abs(Math.cos(leanRad));
        double s = Math.abs(Math.sin(leanRad));
        return box(grid, halfWidth, c * halfDepth + s * halfHeight, s * halfDepth + c * halfHeight);
    }

    /// The voxel of the grid that is nearest to the middle.
    Box middleVoxel(Grid grid) {
        return box(grid, 0, 0, 0);
    }

    /// The voxels whose middles lie within a reach of the body's, or the nearest one.
    private Box box(Grid grid, double sidewaysMm, double deepMm, double highMm) {
        Orientation axes = Orientation.of(grid.direction());
        double[] middle = new double[3];
        double[] reach = new double[3];
        middle[axes.sagittalAxis()] = sideways;
        middle[axes.coronalAxis()] = deep;
        middle[axes.axialAxis()] = high;
        reach[axes.sagittalAxis()] = sidewaysMm;
        reach[axes.coronalAxis()] = deepMm;
        reach[axes.axialAxis()] = highMm;
        int[] from = new int[3];
        int[] to = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            double mm = grid.spacing().along(axis);
            int last = grid.size().along(axis) - 1;
            int nearest = (int) Math.clamp(Math.round(middle[axis] / mm), 0, last);
            from[axis] = (int) Math.clamp(Math.round((middle[axis] - reach[axis]) / mm + 0.5), 0, nearest);
            to[axis] = (int) Math.clamp(Math.round((middle[axis] + reach[axis]) / mm - 0.5), nearest, last);
        }
        return new Box(from[0], from[1], from[2], to[0], to[1], to[2]);
    }

    private static double middle(Grid grid, Box box, int axis) {
        return 0.5 * (box.min(axis) + box.max(axis)) * grid.spacing().along(axis);
    }

    private static double half(Grid grid, Box box, int axis) {
        return 0.5 * (box.max(axis) - box.min(axis) + 1) * grid.spacing().along(axis);
    }
}
