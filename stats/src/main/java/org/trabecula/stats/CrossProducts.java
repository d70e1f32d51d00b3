package org.trabecula.stats;

import java.util.Arrays;
import org.trabecula.core.Parallel;

/// All inner products of the columns of a matrix: ZᵀZ.
///
/// ```
/// c_jk = Σ_i z_ij z_ik
/// ```
///
/// Cut into tiles of columns; within a tile eight rows are added at a time, in row order, so every entry is the same sum
/// on any number of threads. One tile of Z (n · 128 doubles) is copied a thread, to lie in cache.
public final class CrossProducts {
    private static final int TILE = 128;
    private static final int ROWS_AT_ONCE = 8;

    private CrossProducts() {}

    /// The symmetric p × p matrix of a matrix with p columns.
    public static Matrix ofColumns(Matrix z, int jobs) {
        int p = z.columns();
        double[] products = new double[Math.multiplyExact(p, p)];
        int tiles = (p + TILE - 1) / TILE;
        // the last tile has most partners: largest first keeps threads busy to the end
        Parallel.forEach(tiles, jobs, k -> fill(products, z, (tiles - 1 - k) * TILE));
        mirror(products, p);
        return new Matrix(p, p, products);
    }

    /// The products of columns `first … first + TILE − 1` with all columns up to them.
    private static void fill(double[] products, Matrix z, int first) {
        int p = z.columns();
        int n = z.rows();
        int width = Math.min(TILE, p - first);
        double[][] tile = tile(z, first, width);
        double[] column = new double[tile.length]; // zeros beyond row n: x + 0·y changes no sum
        double[] sums = new double[width];
        for (int a = 0; a < first + width; a++) {
            System.arraycopy(z.values(), z.offset(a), column, 0, n);
            Arrays.fill(sums, 0);
            for (int i = 0; i < tile.length; i += ROWS_AT_ONCE) {
                addRows(sums, tile, column, i);
            }
            int from = Math.max(0, a - first);
            System.arraycopy(sums, from, products, a * p + first + from, width - from);
        }
    }

    /// A tile of columns, row by row, with rows of zeros up to whole groups.
    private static double[][] tile(Matrix z, int first, int width) {
        double[] values = z.values();
        double[][] tile = new double[(z.rows() + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE * ROWS_AT_ONCE][width];
        for (int b = 0; b < width; b++) {
            int offset = z.offset(first + b);
            for (int i = 0; i < z.rows(); i++) {
                tile[i][b] = values[offset + i];
            }
        }
        return tile;
    }

    /// Copies the upper triangle to the lower one, block by block to stay in cache.
    private static void mirror(double[] products, int p) {
        int block = 32;
        for (int j = 0; j < p; j += block) {
            for (int k = j; k < p; k += block) {
                for (int row = j; row < Math.min(j + block, p); row++) {
                    for (int column = Math.max(k, row + 1); column < Math.min(k + block, p); column++) {
                        products[column * p + row] = products[row * p + column];
                    }
                }
            }
        }
    }

    /// Eight rows in one pass over the sums: an eighth of the stores, and a loop that the JIT turns into vectors.
    private static void addRows(double[] sums, double[][] tile, double[] column, int i) {
        double a0 = column[i];
        double a1 = column[i + 1];
        double a2 = column[i + 2];
        double a3 = column[i + 3];
        double a4 = column[i + 4];
        double a5 = column[i + 5];
        double a6 = column[i + 6];
        double a7 = column[i + 7];
        double[] z0 = tile[i];
        double[] z1 = tile[i + 1];
        double[] z2 = tile[i + 2];
        double[] z3 = tile[i + 3];
        double[] z4 = tile[i + 4];
        double[] z5 = tile[i + 5];
        double[] z6 = tile[i + 6];
        double[] z7 = tile[i + 7];
        for (int b = 0; b < sums.length; b++) {
            sums[b] += a0 * z0[b] + a1 * z1[b] + a2 * z2[b] + a3 * z3[b]
                    + a4 * z4[b] + a5 * z5[b] + a6 * z6[b] + a7 * z7[b];
        }
    }
}
