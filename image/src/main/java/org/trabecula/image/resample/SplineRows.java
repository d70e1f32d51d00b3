package org.trabecula.image.resample;

import org.trabecula.image.Size;

/// B-spline values on a grid whose axes run along the source's axes: weights are made once per axis, not once per voxel.
///
/// The terms of each value are the same, in the same order, as in [SplineWindow#at].
final class SplineRows {
    private final SplineWindow window;
    private final Size size;
    private final Axis i;
    private final Axis j;
    private final Axis k;

    /// Per target index of one axis: whether it lies inside, its first coefficient and its four weights.
    private record Axis(boolean[] inside, int[] first, double[] weights) {
        static Axis of(double[] indices, int sourceSize) {
            boolean[] inside = new boolean[indices.length];
            int[] first = new int[indices.length];
            double[] weights = new double[4 * indices.length];
            for (int n = 0; n < indices.length; n++) {
                inside[n] = Resampler.inside(indices[n], sourceSize);
                first[n] = SplineWindow.firstOf(indices[n]);
                SplineWindow.weights(indices[n], weights, 4 * n);
            }
            return new Axis(inside, first, weights);
        }
    }

    SplineRows(SplineWindow window, IndexMap map, Size size) {
        this.window = window;
        this.size = size;
        i = Axis.of(map.along(0, size.i()), window.whole().i());
        j = Axis.of(map.along(1, size.j()), window.whole().j());
        k = Axis.of(map.along(2, size.k()), window.whole().k());
    }

    void fill(double[] out) {
        int[] columns = new int[4 * size.i()];
        for (int n = 0; n < size.i(); n++) {
            for (int a = 0; a < 4; a++) {
                columns[4 * n + a] = i.inside[n] ? SplineWindow.mirrored(i.first[n] + a, window.whole().i()) : -1;
            }
        }
        int[] rows = new int[16];
        double[] rowWeights = new double[32];
        for (int nk = 0; nk < size.k(); nk++) {
            for (int nj = 0; nj < size.j(); nj++) {
                if (!k.inside[nk] || !j.inside[nj]) {
                    continue;
                }
                for (int c = 0; c < 4; c++) {
                    for (int b = 0; b < 4; b++) {
                        rows[4 * c + b] = window.row(j.first[nj] + b, k.first[nk] + c);
                        rowWeights[8 * c + 2 * b] = j.weights[4 * nj + b];
                        rowWeights[8 * c + 2 * b + 1] = k.weights[4 * nk + c];
                    }
                }
                line(columns, rows, rowWeights, out, (nk * size.j() + nj) * size.i());
            }
        }
    }

    private void line(int[] columns, int[] rows, double[] rowWeights, double[] out, int to) {
        double[] coefficients = window.coefficients();
        double[] weights = i.weights;
        for (int n = 0; n < size.i(); n++) {
            if (!i.inside[n]) {
                continue;
            }
            double w0 = weights[4 * n];
            double w1 = weights[4 * n + 1];
            double w2 = weights[4 * n + 2];
            double w3 = weights[4 * n + 3];
            int i0 = columns[4 * n];
            int i1 = columns[4 * n + 1];
            int i2 = columns[4 * n + 2];
            int i3 = columns[4 * n + 3];
            double sum = 0;
            for (int r = 0; r < 16; r++) {
                int row = rows[r];
                double wb = rowWeights[2 * r];
                double wc = rowWeights[2 * r + 1];
                sum += w0 * wb * wc * coefficients[row + i0];
                sum += w1 * wb * wc * coefficients[row + i1];
                sum += w2 * wb * wc * coefficients[row + i2];
                sum += w3 * wb * wc * coefficients[row + i3];
            }
            out[to + n] = sum;
        }
    }
}
