package org.trabecula.radiomics.ibsi.morphology;

import java.util.Arrays;

/// The eigenvalues of a symmetric 3 × 3 matrix by Jacobi's rotations: each makes one off-diagonal pair zero.
///
/// Source: Golub and Van Loan 2013, "Matrix Computations", section 8.5.
final class SymmetricMatrix {
    /// A handful of sweeps suffices for three rows; more would mean NaN.
    private static final int MOST_SWEEPS = 50;

    private SymmetricMatrix() {}

    /// Largest first.
    ///
    /// @param matrix three rows; not changed
    static double[] eigenvalues(double[][] matrix) {
        double[][] a = {matrix[0].clone(), matrix[1].clone(), matrix[2].clone()};
        for (int sweep = 0; sweep < MOST_SWEEPS && offDiagonal(a) > 0; sweep++) {
            rotate(a, 0, 1);
            rotate(a, 0, 2);
            rotate(a, 1, 2);
        }
        double[] ascending = {a[0][0], a[1][1], a[2][2]};
        Arrays.sort(ascending);
        return new double[] {ascending[2], ascending[1], ascending[0]};
    }

    private static double offDiagonal(double[][] a) {
        return Math.abs(a[0][1]) + Math.abs(a[0][2]) + Math.abs(a[1][2]);
    }

    private static void rotate(double[][] a, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        int r = 3 - p - q;
        double pq = a[p][q];
        double rp = a[r][p];
        double rq = a[r][q];
        a[p][p] -= t * pq;
        a[q][q] += t * pq;
        a[p][q] = 0;
        a[q][p] = 0;
        a[r][p] = c * rp - s * rq;
        a[p][r] = a[r][p];
        a[r][q] = s * rp + c * rq;
        a[q][r] = a[r][q];
    }
}
