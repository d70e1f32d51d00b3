package org.trabecula.stats.glm;

import java.util.Arrays;
import java.util.Optional;

/// Small positive definite matrices, factorised H = L Lᵀ (Cholesky). Rows of `double[][]`; meant for tens of columns.
final class SymmetricMatrix {
    /// A pivot below this share of its diagonal means a column that depends on those before it.
    private static final double DEPENDENT = 1e-12;

    private final double[][] lower;

    private SymmetricMatrix(double[][] lower) {
        this.lower = lower;
    }

    /// Empty where `h` is not positive definite to rounding; [#dependentColumn] then says where.
    static Optional<SymmetricMatrix> factorise(double[][] h) {
        double[][] lower = new double[h.length][h.length];
        for (int i = 0; i < h.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = h[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i == j) {
                    if (!(sum > DEPENDENT * h[i][i])) {
                        return Optional.empty();
                    }
                    lower[i][i] = Math.sqrt(sum);
                } else {
                    lower[i][j] = sum / lower[j][j];
                }
            }
        }
        return Optional.of(new SymmetricMatrix(lower));
    }

    /// The first column that is a combination of those before it; −1 for none.
    static int dependentColumn(double[][] h) {
        for (int size = 1; size <= h.length; size++) {
            double[][] leading = new double[size][];
            for (int i = 0; i < size; i++) {
                leading[i] = Arrays.copyOf(h[i], size);
            }
            if (factorise(leading).isEmpty()) {
                return size - 1;
            }
        }
        return -1;
    }

    /// H⁻¹ v.
    double[] solve(double[] v) {
        int n = lower.length;
        double[] x = v.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }

    double[][] inverse() {
        int n = lower.length;
        double[][] inverse = new double[n][n];
        for (int j = 0; j < n; j++) {
            double[] unit = new double[n];
            unit[j] = 1;
            double[] column = solve(unit);
            for (int i = 0; i < n; i++) {
                inverse[i][j] = column[i];
            }
        }
        for (int i = 0; i < n; i++) { // symmetric to the last bit
            for (int j = 0; j < i; j++) {
                inverse[j][i] = inverse[i][j];
            }
        }
        return inverse;
    }

    double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < lower.length; i++) {
            sum += 2 * Math.log(lower[i][i]);
        }
        return sum;
    }

    /// vᵀ M v.
    static double quadratic(double[][] m, double[] v) {
        double sum = 0;
        for (int i = 0; i < v.length; i++) {
            for (int j = 0; j < v.length; j++) {
                sum += v[i] * m[i][j] * v[j];
            }
        }
        return sum;
    }
}
