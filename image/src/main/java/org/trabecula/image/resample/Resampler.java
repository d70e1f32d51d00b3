package org.trabecula.image.resample;

import java.util.Optional;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Size;
import org.trabecula.image.Volume;
import org.trabecula.image.VoxelType;

/// Puts a volume onto another grid, with ITK 5's numbers to the bit.
///
/// Target points whose source index lies outside [−0.5, size − 0.5) on any axis get 0. Results keep the source's number
/// type: integers are clamped to the type's range and truncated towards zero, not rounded; 32-bit floats are rounded to
/// 32 bits.
public final class Resampler {
    /// How far the line formula and the formula for one voxel may differ, in voxels; both are exact to about 1e-12.
    private static final double ROUNDING = 1e-6;

    private Resampler() {}

    /// The voxels of `source` that [#resample] needs to be held; empty when no voxel of `target` lies inside `source`.
    public static Optional<Box> reach(Grid source, Grid target, Interpolator how) {
        return values(source, target, how)
                .map(box -> how == Interpolator.BSPLINE ? SplineWindow.needed(box, source.wholeBox()) : box);
    }

    /// The values of `source` at the voxel centres of `target`.
    ///
    /// @param source holds at least [#reach]
    /// @return all of `target`, of the source's type, stored as doubles
    public static Volume resample(Volume source, Grid target, Interpolator how) {
        double[] out = new double[Math.toIntExact(target.size().voxels())];
        values(source.grid(), target, how).ifPresent(box -> {
            IndexMap map = new IndexMap(target, source.grid());
            Size in = source.grid().size();
            switch (how) {
                case NEAREST -> fill(map, in, target.size(), new PointValue.Nearest(source), out);
                case LINEAR -> fill(map, in, target.size(), new PointValue.Linear(source), out);
                case BSPLINE -> {
                    SplineWindow window = new SplineWindow(source, box);
                    if (map.isSeparable()) {
                        new SplineRows(window, map, target.size()).fill(out);
                    } else {
                        fill(map, in, target.size(), new PointValue.Spline(window), out);
                    }
                }
            }
            toType(source.type(), out);
        });
        return new Volume(target, target.wholeBox(), source.type(), new Volume.Voxels.OfDouble(out));
    }

    static boolean inside(double u, int size) {
        return u >= -0.5 && u < size - 0.5;
    }

    private static void fill(IndexMap map, Size in, Size size, PointValue value, double[] out) {
        double[] start = new double[3];
        double[] end = new double[3];
        int to = 0;
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                map.sourceIndex(0, j, k, start);
                map.sourceIndex(size.i(), j, k, end);
                for (int i = 0; i < size.i(); i++, to++) {
                    double alpha = (double) i / size.i();
                    double u = start[0] + alpha * (end[0] - start[0]);
                    double v = start[1] + alpha * (end[1] - start[1]);
                    double w = start[2] + alpha * (end[2] - start[2]);
                    if (inside(u, in.i()) && inside(v, in.j()) && inside(w, in.k())) {
                        out[to] = value.at(u, v, w);
                    }
                }
            }
        }
    }

    /// The samples (for the B-spline: the coefficients) that the values on `target` are made of.
    private static Optional<Box> values(Grid source, Grid target, Interpolator how) {
        IndexMap map = new IndexMap(target, source);
        int[] first = new int[3];
        int[] last = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            double[] range = map.range(target.size(), axis);
            int size = source.size().along(axis);
            double low = range[0] - ROUNDING;
            double high = range[1] + ROUNDING;
            if (high < -0.5 || low >= size - 0.5) {
                return Optional.empty();
            }
            int[] used = how == Interpolator.BSPLINE
                    ? SplineWindow.reach(low, high, size)
                    : new int[] {(int) Math.floor(Math.max(low, 0)), (int) Math.floor(Math.min(high, size - 2)) + 1};
            first[axis] = Math.max(used[0], 0);
            last[axis] = Math.min(Math.max(used[1], 0), size - 1);
        }
        return Optional.of(new Box(first[0], first[1], first[2], last[0], last[1], last[2]));
    }

    private static void toType(VoxelType type, double[] values) {
        if (type == VoxelType.FLOAT64) {
            return;
        }
        for (int n = 0; n < values.length; n++) {
            double clamped = Math.min(Math.max(values[n], type.lowest()), type.highest());
            values[n] = type == VoxelType.FLOAT32 ? (float) clamped : truncated(clamped);
        }
    }

    private static double truncated(double value) {
        return value < 0 ? Math.ceil(value) : Math.floor(value);
    }
}
