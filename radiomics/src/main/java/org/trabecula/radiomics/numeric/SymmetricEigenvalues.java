package org.trabecula.radiomics.numeric;

import java.util.Arrays;

/// Eigenvalues of a symmetric 3 × 3 matrix by cyclic Jacobi rotations (Golub and Van Loan, Matrix Computations, 8.5).
public final class SymmetricEigenvalues {
    /// A handful of sweeps suffices for three rows; more would mean NaN.
    private static final int MOST_SWEEPS = 50;

    private SymmetricEigenvalues() {}

    /// The eigenvalues, largest first.
    ///
    /// @param upper the matrix; only elements on and above the diagonal are read
    public static double[] of(double[][] upper) {
        double[][] a = {
            {upper[0][0], upper[0][1], upper[0][2]},
            {upper[0][1], upper[1][1], upper[1][2]},
            {upper[0][2], upper[1][2], upper[2][2]}
        };
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            if (a[0][1] == 0 && a[0][2] == 0 && a[1][2] == 0) {
                break;
            }
            rotate(a, 0, 1);
            rotate(a, 0, 2);
            rotate(a, 1, 2);
        }
        double[] values = {a[0][0], a[1][1], a[2][2]};
        Arrays.sort(values);
        return new double[] {values[2], values[1], values[0]};
    }

    /// Makes element (p, q) zero.
    private static void rotate(double[][] a, int p, int q) {
        double off = a[p][q];
        if (Math.abs(off) <= 0x1p-60 * (Math.abs(a[p][p]) + Math.abs(a[q][q]))) {
            a[p][q] = 0;
            a[q][p] = 0;
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * off);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        int r = 3 - p - q;
        double rp = a[r][p];
        double rq = a[r][q];
        a[p][p] -= t * off;
        a[q][q] += t * off;
        a[p][q] = 0;
        a[q][p] = 0;
        a[r][p] = c * rp - s * rq;
        a[p][r] = a[r][p];
        a[r][q] = s * rp + c * rq;
        a[q][r] = a[r][q];
    }
}
