package org.trabecula.radiomics.filter;

import java.util.Arrays;
import org.trabecula.image.Size;

/// A cubic spline through all voxels of a block, mirrored at the ends, with the order of operations of SciPy's
/// `map_coordinates`; 0 outside the block.
///
/// It is the same spline as ITK's ([org.trabecula.image.resample.SplineCoefficients]), but where samples of a flat image are
/// compared with its voxels, the last bit decides, so each program's own rounding counts.
final class MirroredSpline {
    private static final double POLE = Math.sqrt(3.0) - 2.0;

    private static final int TAPS = 4;

    private final double[] coefficients;
    private final Size size;
    private final int[] stride;

    /// @param values one per voxel, i fastest; copied
    MirroredSpline(double[] values, Size size) {
        this.size = size;
        coefficients = values.clone();
        stride = new int[] {1, size.i(), size.i() * size.j()};
        for (int axis = 2; axis >= 0; axis--) {
            int u = axis == 0 ? 1 : 0;
            int v = axis == 2 ? 1 : 2;
            double[] line = new double[size.along(axis)];
            for (int nv = 0; nv < size.along(v); nv++) {
                for (int nu = 0; nu < size.along(u); nu++) {
                    filter(nv * stride[v] + nu * stride[u], stride[axis], line);
                }
            }
        }
    }

    private void filter(int first, int stride, double[] line) {
        int length = line.length;
        if (length == 1) {
            return;
        }
        double gain = (1.0 - POLE) * (1.0 - 1.0 / POLE);
        for (int n = 0; n < length; n++) {
            line[n] = coefficients[first + n * stride] * gain;
        }
        double power = POLE;
        double whole = Math.pow(POLE, length - 1.0);
        line[0] += whole * line[length - 1];
        for (int n = 1; n < length - 1; n++) {
            line[0] += power * (line[n] + whole * line[length - 1 - n]);
            power *= POLE;
        }
        line[0] /= 1 - whole * whole;
        for (int n = 1; n < length; n++) {
            line[n] += POLE * line[n - 1];
        }
        line[length - 1] = (POLE * line[length - 2] + line[length - 1]) * POLE / (POLE * POLE - 1);
        for (int n = length - 2; n >= 0; n--) {
            line[n] = POLE * (line[n + 1] - line[n]);
        }
        for (int n = 0; n < length; n++) {
            coefficients[first + n * stride] = line[n];
        }
    }

    /// Places along one axis: `first + shift` and the whole steps behind it. Weights and steps belong to the axis alone, so that all rows of an image share them.
    ///
    /// @param axis  0 to 2
    /// @param first a voxel's index
    Places places(int axis, int first, int count, double shift) {
        return new Places(axis, first, count, shift);
    }

    /// What a cubic spline takes at each of several places along one axis.
    final class Places {
        /// Tap by tap, so that the same tap of neighbouring places lies side by side.
        private final double[] weights;
        private final int[] steps;
        private final boolean[] outside;
        /// From `regularFirst` up to `regularEnd`, each place's taps are those of the place before, one voxel on, and lie in the block.
        private final int regularFirst;
        private final int regularEnd;
        private final double[][] regularWeights = new double[TAPS][];
        private final int count;

        private Places(int axis, int first, int count, double shift) {
            int length = size.along(axis);
            this.count = count;
            weights = new double[TAPS * count];
            steps = new int[TAPS * count];
            outside = new boolean[count];
            int from = count;
            int to = count;
            int offset = 0;
            for (int n = 0; n < count; n++) {
                double at = (first + n) + shift;
                int floor = (int) Math.floor(at);
                double y = at - floor;
                double z = 1.0 - y;
                weights[count + n] = (y * y * (y - 2.0) * 3.0 + 4.0) / 6.0;
                weights[2 * count + n] = (z * z * (z - 2.0) * 3.0 + 4.0) / 6.0;
                weights[n] = z * z * z / 6.0;
                weights[3 * count + n] = 1.0 - weights[n] - weights[count + n] - weights[2 * count + n];
                outside[n] = at < 0 || at > length - 1;
                for (int tap = 0; tap < TAPS; tap++) {
                    steps[tap * count + n] = mirrored(floor - 1 + tap, length) * stride[axis];
                }
                boolean inside = floor >= 1 && floor + 2 < length;
                if (inside && from == count) {
                    from = n;
                    offset = floor - n;
                }
                if (from < count && to == count && (!inside || floor - n != offset)) {
                    to = n;
                }
            }
            regularFirst = from;
            regularEnd = to;
            Arrays.setAll(regularWeights, tap -> Arrays.copyOfRange(weights, tap * count + regularFirst, tap * count + regularEnd));
        }
    }

    /// The values of a row of places.
    ///
    /// @param i      of the row
    /// @param j      at its place `atJ`
    /// @param k      at its place `atK`
    /// @param values receives as many values as `i` has places
    void row(Places i, Places j, int atJ, Places k, int atK, double[] values) {
        Arrays.fill(values, 0, i.count, 0);
        if (j.outside[atJ] || k.outside[atK]) {
            return;
        }
        for (int n = 0; n < i.regularFirst; n++) {
            values[n] = i.outside[n] ? 0 : value(i, n, j, atJ, k, atK);
        }
        regular(i, j, atJ, k, atK, values);
        for (int n = i.regularEnd; n < i.count; n++) {
            values[n] = i.outside[n] ? 0 : value(i, n, j, atJ, k, atK);
        }
    }

    /// All places take their first tap, then all their second: the sum of each is taken in the order of [#value].
    private void regular(Places i, Places j, int atJ, Places k, int atK, double[] values) {
        int first = i.regularFirst;
        int count = i.regularEnd - first;
        if (count <= 0) {
            return;
        }
        double[] sums = new double[count];
        double[] taken = new double[count];
        for (int c = 0; c < TAPS; c++) {
            double ofK = k.weights[c * k.count + atK];
            for (int b = 0; b < TAPS; b++) {
                double ofJ = j.weights[b * j.count + atJ];
                int row = k.steps[c * k.count + atK] + j.steps[b * j.count + atJ];
                for (int a = 0; a < TAPS; a++) {
                    System.arraycopy(coefficients, row + i.steps[a * i.count + first], taken, 0, count);
                    addTap(taken, ofK, ofJ, i.regularWeights[a], sums);
                }
            }
        }
        System.arraycopy(sums, 0, values, first, count);
    }

    /// One index for all arrays: only then does the compiler know that no store reaches a later load, and makes vectors of the loop.
    private static void addTap(double[] taken, double ofK, double ofJ, double[] weights, double[] sums) {
        for (int n = 0; n < sums.length; n++) {
            sums[n] += taken[n] * ofK * ofJ * weights[n];
        }
    }

    private double value(Places i, int n, Places j, int atJ, Places k, int atK) {
        double sum = 0;
        for (int c = 0; c < TAPS; c++) {
            for (int b = 0; b < TAPS; b++) {
                int row = k.steps[c * k.count + atK] + j.steps[b * j.count + atJ];
                for (int a = 0; a < TAPS; a++) {
                    sum += coefficients[row + i.steps[a * i.count + n]] * k.weights[c * k.count + atK] * j.weights[b * j.count + atJ]
                            * i.weights[a * i.count + n];
                }
            }
        }
        return sum;
    }

    private static int mirrored(int index, int length) {
        if (length == 1) {
            return 0;
        }
        int period = 2 * length - 2;
        int at = Math.floorMod(index, period);
        return at < length ? at : period - at;
    }
}
