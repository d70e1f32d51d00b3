package org.trabecula.stats.glm;

import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.stats.FitProblem;
import org.trabecula.stats.Matrix;

/// Columns less their mean and divided by their 1/n standard deviation, so that Newton's method meets a well-conditioned
/// matrix whatever the units; and the way back.
final class CentredColumns {
    final int rows;
    final int columns;
    final double[] z;
    final double[] mean;
    final double[] scale;

    /// @throws InputException FIT-002 for a value that is not finite, FIT-012 for a constant column
    CentredColumns(Matrix x) {
        this(x, true);
    }

    /// @param centre false: only scaled, so that the intercept is that of the columns as given
    CentredColumns(Matrix x, boolean centre) {
        rows = x.rows();
        columns = x.columns();
        z = new double[x.values().length];
        mean = new double[columns];
        scale = new double[columns];
        for (int j = 0; j < columns; j++) {
            double sum = 0;
            for (int i = 0; i < rows; i++) {
                double value = x.get(i, j);
                if (!Double.isFinite(value)) {
                    throw new InputException(new Problem(FitProblem.NOT_FINITE, "term " + (j + 1) + ", row " + (i + 1) + " (counted from 1)",
                            String.valueOf(value), "a finite number in every row", "leave the case out, or impute it"));
                }
                sum += value;
            }
            mean[j] = sum / rows;
            double square = 0;
            for (int i = 0; i < rows; i++) {
                square += (x.get(i, j) - mean[j]) * (x.get(i, j) - mean[j]);
            }
            scale[j] = Math.sqrt(square / rows);
            if (!(scale[j] > 1e-13 * Math.abs(mean[j]))) {
                throw dependent(j, "a single value");
            }
            mean[j] = centre ? mean[j] : 0;
            for (int i = 0; i < rows; i++) {
                z[j * rows + i] = (x.get(i, j) - mean[j]) / scale[j];
            }
        }
    }

    static InputException dependent(int column, String found) {
        return new InputException(new Problem(FitProblem.COLLINEAR, "column " + (column + 1) + " of the terms (counted from 1)", found,
                "terms none of which follows from the others", "leave that term out"));
    }

    double get(int row, int column) {
        return z[column * rows + row];
    }

    /// Coefficients of the columns as given; with an intercept it comes first on both sides.
    double[] original(double[] b, boolean intercept) {
        double[] original = b.clone();
        int first = intercept ? 1 : 0;
        for (int j = 0; j < columns; j++) {
            original[first + j] = b[first + j] / scale[j];
            if (intercept) {
                original[0] -= original[first + j] * mean[j];
            }
        }
        return original;
    }

    /// The covariance of [#original]'s coefficients from that of `b`.
    double[][] originalCovariance(double[][] v, boolean intercept) {
        int k = v.length;
        int first = intercept ? 1 : 0;
        double[][] map = new double[k][k];
        for (int j = 0; j < columns; j++) {
            map[first + j][first + j] = 1 / scale[j];
            if (intercept) {
                map[0][first + j] = -mean[j] / scale[j];
            }
        }
        if (intercept) {
            map[0][0] = 1;
        }
        double[][] half = new double[k][k];
        double[][] whole = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                for (int l = 0; l < k; l++) {
                    half[i][j] += map[i][l] * v[l][j];
                }
            }
        }
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                for (int l = 0; l < k; l++) {
                    whole[i][j] += half[i][l] * map[j][l];
                }
                whole[j][i] = whole[i][j];
            }
        }
        return whole;
    }
}
