package org.trabecula.radiomics.filter;

import org.trabecula.image.Size;

/// A cubic spline through all voxels of a block, mirrored at the ends, with the order of operations of SciPy's
/// `map_coordinates`; 0 outside the block.
///
/// It is the same spline as ITK's ([org.trabecula.image.resample.SplineCoefficients]), but where samples of a flat image are
/// compared with its voxels, the last bit decides, so each program's own rounding counts.
final class MirroredSpline {
    private static final double POLE = Math.sqrt(3.0) - 2.0;

    private final double[] coefficients;
    private final Size size;
    private final double[] weights = new double[12];
    private final int[] places = new int[12];

    /// Not thread-safe: it owns its scratch.
    ///
    /// @param values one per voxel, i fastest; copied
    MirroredSpline(double[] values, Size size) {
        this.size = size;
        coefficients = values.clone();
        int[] stride = {1, size.i(), size.i() * size.j()};
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

    /// The value at a fractional place in the block.
    double at(double i, double j, double k) {
        if (i < 0 || i > size.i() - 1 || j < 0 || j > size.j() - 1 || k < 0 || k > size.k() - 1) {
            return 0;
        }
        prepare(0, i, size.i(), 1);
        prepare(4, j, size.j(), size.i());
        prepare(8, k, size.k(), size.i() * size.j());
        double sum = 0;
        for (int c = 8; c < 12; c++) {
            for (int b = 4; b < 8; b++) {
                int row = places[c] + places[b];
                for (int a = 0; a < 4; a++) {
                    sum += coefficients[row + places[a]] * weights[c] * weights[b] * weights[a];
                }
            }
        }
        return sum;
    }

    private void prepare(int slot, double at, int length, int stride) {
        int floor = (int) Math.floor(at);
        double y = at - floor;
        double z = 1.0 - y;
        weights[slot + 1] = (y * y * (y - 2.0) * 3.0 + 4.0) / 6.0;
        weights[slot + 2] = (z * z * (z - 2.0) * 3.0 + 4.0) / 6.0;
        weights[slot] = z * z * z / 6.0;
        weights[slot + 3] = 1.0 - weights[slot] - weights[slot + 1] - weights[slot + 2];
        for (int n = 0; n < 4; n++) {
            places[slot + n] = mirrored(floor - 1 + n, length) * stride;
        }
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
