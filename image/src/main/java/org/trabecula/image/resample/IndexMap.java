package org.trabecula.image.resample;

import org.trabecula.image.Grid;
import org.trabecula.image.Mat3;
import org.trabecula.image.PointMm;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;

/// Where the voxels of a target grid fall in a source grid, as fractional source indices.
///
/// The order of the floating point operations is that of ITK 5's linear-transform resampling: per target line along i the
/// source index of voxel 0 (start) and of the voxel one past the line's end (end) go through world space; voxel i lies at
/// `start + (i / n_i)·(end − start)`. Where target centres meet source centres, the last bit decides on which side of an
/// integer a B-spline ends, so the order is part of the definition.
public final class IndexMap {
    private final double[] toPoint;
    private final double[] targetOrigin;
    private final double[] toIndex;
    private final double[] sourceOrigin;
    private final int lineLength;
    private final boolean separable;

    /// From indices of `target` to those of `source`.
    public IndexMap(Grid target, Grid source) {
        toPoint = indexToPoint(target);
        targetOrigin = coordinates(target.originMm());
        toIndex = pointToIndex(source);
        sourceOrigin = coordinates(source.originMm());
        lineLength = target.size().i();
        separable = isAxisParallel(target.direction())
                && isAxisParallel(source.direction())
                && samePattern(target.direction(), source.direction());
    }

    /// Whether each source index depends on the target index of the same axis only.
    public boolean isSeparable() {
        return separable;
    }

    /// The source index of target index (i, j, k), which may be fractional, into `out[0…2]`.
    public void sourceIndex(double i, double j, double k, double[] out) {
        double x = targetOrigin[0] + toPoint[0] * i + toPoint[1] * j + toPoint[2] * k - sourceOrigin[0];
        double y = targetOrigin[1] + toPoint[3] * i + toPoint[4] * j + toPoint[5] * k - sourceOrigin[1];
        double z = targetOrigin[2] + toPoint[6] * i + toPoint[7] * j + toPoint[8] * k - sourceOrigin[2];
        out[0] = toIndex[0] * x + toIndex[1] * y + toIndex[2] * z;
        out[1] = toIndex[3] * x + toIndex[4] * y + toIndex[5] * z;
        out[2] = toIndex[6] * x + toIndex[7] * y + toIndex[8] * z;
    }

    /// The least and the greatest source index on one axis over the voxel centres of a target of `size`.
    double[] range(Size size, int axis) {
        double[] at = new double[3];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int corner = 0; corner < 8; corner++) {
            sourceIndex(
                    (corner & 1) == 0 ? 0 : size.i() - 1,
                    (corner & 2) == 0 ? 0 : size.j() - 1,
                    (corner & 4) == 0 ? 0 : size.k() - 1,
                    at);
            low = Math.min(low, at[axis]);
            high = Math.max(high, at[axis]);
        }
        return new double[] {low, high};
    }

    /// The source indices along one axis of a separable map, one per target voxel of that axis.
    ///
    /// @param axis 0, 1 or 2
    /// @param count target voxels along `axis`
    double[] along(int axis, int count) {
        if (!separable) {
            throw new IllegalStateException("the grids are turned against each other; no index depends on one axis only");
        }
        double[] at = new double[3];
        double[] indices = new double[count];
        if (axis == 0) {
            sourceIndex(0, 0, 0, at);
            double start = at[0];
            sourceIndex(lineLength, 0, 0, at);
            double span = at[0] - start;
            for (int i = 0; i < count; i++) {
                indices[i] = start + (double) i / lineLength * span;
            }
        } else {
            for (int n = 0; n < count; n++) {
                sourceIndex(0, axis == 1 ? n : 0, axis == 2 ? n : 0, at);
                indices[n] = at[axis];
            }
        }
        return indices;
    }

    /// direction · diag(spacing), row by row.
    private static double[] indexToPoint(Grid grid) {
        Mat3 d = grid.direction();
        Spacing s = grid.spacing();
        return new double[] {
            d.xx() * s.iMm(), d.xy() * s.jMm(), d.xz() * s.kMm(),
            d.yx() * s.iMm(), d.yy() * s.jMm(), d.yz() * s.kMm(),
            d.zx() * s.iMm(), d.zy() * s.jMm(), d.zz() * s.kMm()
        };
    }

    /// The inverse of [#indexToPoint]; for axis-parallel directions the exact reciprocals.
    private static double[] pointToIndex(Grid grid) {
        double[] m = indexToPoint(grid);
        if (isAxisParallel(grid.direction())) {
            double[] inverse = new double[9];
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 3; column++) {
                    double value = m[row * 3 + column];
                    inverse[column * 3 + row] = value == 0 ? 0 : 1 / value;
                }
            }
            return inverse;
        }
        return SvdInverse.of(m);
    }

    private static boolean isAxisParallel(Mat3 direction) {
        for (int n = 0; n < 3; n++) {
            int inRow = 0;
            int inColumn = 0;
            for (int m = 0; m < 3; m++) {
                inRow += direction.at(n, m) != 0 ? 1 : 0;
                inColumn += direction.at(m, n) != 0 ? 1 : 0;
            }
            if (inRow != 1 || inColumn != 1) {
                return false;
            }
        }
        return true;
    }

    private static boolean samePattern(Mat3 a, Mat3 b) {
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                if ((a.at(row, column) != 0) != (b.at(row, column) != 0)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static double[] coordinates(PointMm point) {
        return new double[] {point.x(), point.y(), point.z()};
    }
}
