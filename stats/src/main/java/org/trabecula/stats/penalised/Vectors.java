package org.trabecula.stats.penalised;

/// Inner loops of the solver. Sums run in four interleaved chains, joined at the end in a fixed order: the same bits on
/// every machine, and no addition waits for the one before it.
final class Vectors {
    private Vectors() {}

    /// Σ a_i b_i over `length` entries from the given offsets.
    static double dot(double[] a, int aFrom, double[] b, int bFrom, int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            s0 += a[aFrom + i] * b[bFrom + i];
            s1 += a[aFrom + i + 1] * b[bFrom + i + 1];
            s2 += a[aFrom + i + 2] * b[bFrom + i + 2];
            s3 += a[aFrom + i + 3] * b[bFrom + i + 3];
        }
        for (; i < length; i++) {
            s0 += a[aFrom + i] * b[bFrom + i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /// y_i += factor · x_i over `length` entries of `x` from its offset.
    static void addScaled(double[] y, double factor, double[] x, int xFrom, int length) {
        for (int i = 0; i < length; i++) {
            y[i] += factor * x[xFrom + i];
        }
    }
}
