package org.trabecula.stats.penalised;

import java.util.Arrays;

/// Upper factor R of a positive definite H = RᵀR whose last column may be added and any column removed.
///
/// Column k of R is an array of k + 1 entries, so that both triangular solves run along contiguous memory. Adding costs
/// k²/2 multiplications, removing column k of m costs 2 (m − k)², solving m².
///
/// Source: Golub, Van Loan, Matrix Computations, 4th ed., sections 4.2 and 6.5 (updating by Givens rotations).
final class UpdatableCholesky {
    /// A pivot below this share of the diagonal means that the new column is a combination of the others.
    private static final double DEPENDENT = 1e-12;

    private double[][] columns = new double[16][];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /// Appends a row and column of H.
    ///
    /// @param h        H_{k,new} for the present k; overwritten
    /// @param diagonal H_{new,new}
    /// @return false, with nothing changed, where the new column depends on the present ones
    boolean append(double[] h, double diagonal) {
        if (!(diagonal > 0)) {
            return false;
        }
        solveTransposed(h);
        double pivot = diagonal - Vectors.dot(h, 0, h, 0, size);
        if (!(pivot > DEPENDENT * diagonal)) {
            return false;
        }
        if (size == columns.length) {
            columns = Arrays.copyOf(columns, 2 * size);
        }
        double[] column = Arrays.copyOf(h, size + 1);
        column[size] = Math.sqrt(pivot);
        columns[size++] = column;
        return true;
    }

    /// Removes row and column `k` of H.
    void remove(int k) {
        int left = size - 1;
        double[] cosines = new double[left - k];
        double[] sines = new double[left - k];
        for (int c = k + 1; c < size; c++) {
            double[] column = columns[c];
            for (int l = k; l < c - 1; l++) {
                rotate(column, l, cosines[l - k], sines[l - k]);
            }
            double above = column[c - 1];
            double below = column[c];
            double length = Math.hypot(above, below);
            cosines[c - 1 - k] = above / length;
            sines[c - 1 - k] = below / length;
            column[c - 1] = length;
            columns[c - 1] = Arrays.copyOf(column, c);
        }
        size = left;
    }

    private static void rotate(double[] column, int row, double cosine, double sine) {
        double above = column[row];
        double below = column[row + 1];
        column[row] = cosine * above + sine * below;
        column[row + 1] = cosine * below - sine * above;
    }

    /// Replaces `v` by H⁻¹ v.
    void solve(double[] v) {
        solveTransposed(v);
        for (int k = size - 1; k >= 0; k--) {
            double[] column = columns[k];
            double x = v[k] / column[k];
            v[k] = x;
            Vectors.addScaled(v, -x, column, 0, k);
        }
    }

    /// Replaces `v` by R⁻ᵀ v.
    private void solveTransposed(double[] v) {
        for (int k = 0; k < size; k++) {
            double[] column = columns[k];
            v[k] = (v[k] - Vectors.dot(column, 0, v, 0, k)) / column[k];
        }
    }
}
