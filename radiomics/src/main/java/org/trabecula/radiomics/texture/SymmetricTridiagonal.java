package org.trabecula.radiomics.texture;

import java.util.Arrays;

/// The largest eigenvalue of a symmetric tridiagonal matrix T, and its vector.
///
/// `σI − T` is positive definite, and its pivots without exchange are positive, exactly where σ lies above every
/// eigenvalue: bisection on that test finds the largest, and a solve with a σ just above it is stable and turns any
/// vector towards the wanted one.
///
/// Source: Golub and Van Loan, Matrix Computations, 4th ed., sections 8.4 and 7.6.
final class SymmetricTridiagonal {
    /// An entry beside the diagonal that is smaller by this factor changes no digit.
    private static final double NEGLIGIBLE = 0x1p-53;

    private static final int MOST_STEPS = 60;

    private SymmetricTridiagonal() {}

    /// @param diagonal the diagonal; the first `n` entries count
    /// @param beside   `beside[k]` couples k and k + 1; the first `n − 1` entries count
    static double largestEigenvalue(double[] diagonal, double[] beside, int n) {
        double below = Double.NEGATIVE_INFINITY;
        double above = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < n; k++) {
            double radius = (k > 0 ? Math.abs(beside[k - 1]) : 0) + (k < n - 1 ? Math.abs(beside[k]) : 0);
            below = Math.max(below, diagonal[k]);
            above = Math.max(above, diagonal[k] + radius); // Gershgorin
        }
        double middle = below + (above - below) / 2;
        while (middle > below && middle < above) {
            if (isAbove(middle, diagonal, beside, n)) {
                above = middle;
            } else {
                below = middle;
            }
            middle = below + (above - below) / 2;
        }
        return above;
    }

    private static boolean isAbove(double sigma, double[] diagonal, double[] beside, int n) {
        double pivot = sigma - diagonal[0];
        for (int k = 1; k < n && pivot > 0; k++) {
            pivot = sigma - diagonal[k] - beside[k - 1] * beside[k - 1] / pivot;
        }
        return pivot > 0;
    }

    /// The largest magnitude of an eigenvalue, by QL steps with implicit shifts (EISPACK `imtql1`). Both arrays are written on.
    ///
    /// @param d    the diagonal; the first `n` entries count
    /// @param e    `e[k]` couples k and k + 1; entry `n − 1` is there and need not be set
    /// @throws ArithmeticException if the steps do not converge: only where an entry is not a number
    static double spectralRadius(double[] d, double[] e, int n) {
        e[n - 1] = 0;
        double radius = 0;
        for (int first = 0; first < n; first++) {
            int steps = 0;
            int last = unreduced(d, e, first, n);
            while (last > first) {
                if (++steps > MOST_STEPS) {
                    throw new ArithmeticException("no eigenvalue after " + MOST_STEPS + " steps");
                }
                step(d, e, first, last);
                last = unreduced(d, e, first, n);
            }
            radius = Math.max(radius, Math.abs(d[first]));
        }
        return radius;
    }

    /// The last row of the block that begins at `first` and is coupled throughout.
    private static int unreduced(double[] d, double[] e, int first, int n) {
        int last = first;
        while (last < n - 1 && Math.abs(e[last]) > NEGLIGIBLE * (Math.abs(d[last]) + Math.abs(d[last + 1]))) {
            last++;
        }
        return last;
    }

    /// One QL step on the rows `first` … `last`.
    private static void step(double[] d, double[] e, int first, int last) {
        double g = (d[first + 1] - d[first]) / (2 * e[first]);
        double r = Math.sqrt(g * g + 1);
        g = d[last] - d[first] + e[first] / (g + Math.copySign(r, g));
        double s = 1;
        double c = 1;
        double p = 0;
        for (int i = last - 1; i >= first; i--) {
            double f = s * e[i];
            double b = c * e[i];
            r = Math.sqrt(f * f + g * g);
            e[i + 1] = r;
            if (r == 0) {
                d[i + 1] -= p;
                e[last] = 0;
                return;
            }
            s = f / r;
            c = g / r;
            g = d[i + 1] - p;
            r = (d[i] - g) * s + 2 * c * b;
            p = s * r;
            d[i + 1] = g + p;
            g = c * r - b;
        }
        d[first] -= p;
        e[first] = g;
        e[last] = 0;
    }

    /// The eigenvector of the largest eigenvalue (any length), by two steps of inverse iteration.
    static double[] vector(double[] diagonal, double[] beside, int n, double largest) {
        double sigma = largest + 1e-12 * Math.abs(largest) + Double.MIN_NORMAL;
        double[] x = new double[n];
        Arrays.fill(x, 1);
        double[] pivot = new double[n];
        for (int time = 0; time < 2; time++) {
            pivot[0] = sigma - diagonal[0];
            for (int k = 1; k < n; k++) {
                double factor = beside[k - 1] / pivot[k - 1];
                pivot[k] = sigma - diagonal[k] - beside[k - 1] * factor;
                x[k] += factor * x[k - 1];
            }
            x[n - 1] /= pivot[n - 1];
            for (int k = n - 2; k >= 0; k--) {
                x[k] = (x[k] + beside[k] * x[k + 1]) / pivot[k];
            }
            double size = 0;
            for (double value : x) {
                size = Math.max(size, Math.abs(value));
            }
            for (int k = 0; size > 0 && k < n; k++) {
                x[k] /= size;
            }
        }
        return x;
    }
}
