package org.trabecula.phantom;

import org.trabecula.image.Size;

/// Smoothing by a scanner: convolution with a sampled Gaussian along one axis, edge values repeated.
final class PointSpread {
    private PointSpread() {}

    /// Weights of a Gaussian with the given standard deviation in voxels; odd length, sum 1, cut at three.
    static double[] gaussian(double sigma) {
        int reach = Math.max(1, (int) Math.ceil(3 * sigma));
        double[] weights = new double[2 * reach + 1];
        double total = 0;
        for (int n = -reach; n <= reach; n++) {
            weights[n + reach] = Math.exp(-0.5 * n * n / (sigma * sigma));
            total += weights[n + reach];
        }
        for (int n = 0; n < weights.length; n++) {
            weights[n] /= total;
        }
        return weights;
    }

    /// Σ w²: what is left of the variance of white noise after smoothing along one axis.
    static double energy(double[] weights) {
        double sum = 0;
        for (double w : weights) {
            sum += w * w;
        }
        return sum;
    }

    /// Smooths in place along axis 0, 1 or 2.
    static void along(float[] values, Size size, int axis, double[] weights) {
        int n = size.along(axis);
        int reach = weights.length / 2;
        int stride = axis == 0 ? 1 : axis == 1 ? size.i() : size.i() * size.j();
        float[] line = new float[n + 2 * reach];
        for (int block = 0; block < values.length; block += n * stride) {
            for (int start = block; start < block + stride; start++) {
                for (int m = 0; m < line.length; m++) {
                    line[m] = values[start + Math.max(0, Math.min(n - 1, m - reach)) * stride];
                }
                for (int m = 0; m < n; m++) {
                    double sum = 0;
                    for (int t = 0; t < weights.length; t++) {
                        sum += weights[t] * line[m + t];
                    }
                    values[start + m * stride] = (float) sum;
                }
            }
        }
    }
}
