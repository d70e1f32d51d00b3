package org.trabecula.stats.glm;

import java.util.Arrays;

/// The covariance of a fit's coefficients, as every model's fit has it.
final class CoefficientCovariance {
    private final double[][] matrix;

    /// Takes ownership of `matrix`; the caller must not write to it afterwards.
    CoefficientCovariance(double[][] matrix) {
        this.matrix = matrix;
    }

    /// Of a fit without one: all NaN.
    static CoefficientCovariance none(int size) {
        double[][] matrix = new double[size][size];
        for (double[] row : matrix) {
            Arrays.fill(row, Double.NaN);
        }
        return new CoefficientCovariance(matrix);
    }

    double[][] matrix() {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }

    /// Square roots of the diagonal.
    double[] standardErrors() {
        double[] se = new double[matrix.length];
        for (int j = 0; j < se.length; j++) {
            se[j] = Math.sqrt(matrix[j][j]);
        }
        return se;
    }

    /// The sandwich with the sums of each cluster's scores between.
    double[][] robust(double[][] scores, int[] cluster) {
        return Sandwich.covariance(matrix, scores, cluster);
    }
}
