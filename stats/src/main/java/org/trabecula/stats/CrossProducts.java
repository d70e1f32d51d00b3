package org.trabecula.stats;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.trabecula.core.Parallel;

/// Inner products of columns: AᵀZ, and ZᵀZ at half the work.
///
/// ```
/// c_jk = Σ_i a_ij z_ik
/// ```
///
/// Cut into tiles of columns, and in chunks of rows to stay in cache; eight rows are added at a time, in row order, so
/// every entry is the same sum on any number of threads. One tile (512 · 128 doubles) is copied a thread.
public final class CrossProducts {
    private static final int TILE = 128;
    private static final int CHUNK = 512; // a multiple of ROWS_AT_ONCE
    private static final int ROWS_AT_ONCE = 8;

    private CrossProducts() {}

    /// ZᵀZ, symmetric, p × p for p columns.
    public static Matrix ofColumns(Matrix z, int jobs) {
        int p = z.columns();
        double[] products = new double[Math.multiplyExact(p, p)];
        int tiles = (p + TILE - 1) / TILE;
        // the last tile has most partners: largest first keeps threads busy to the end
        Parallel.forEach(tiles, jobs, k -> {
            int first = (tiles - 1 - k) * TILE;
            fill(products, p, first, z, Math.min(first + TILE, p), z, first);
        });
        mirror(products, p);
        return new Matrix(p, p, products);
    }

    /// The same sums, a tile of columns at a time, for tables so wide that p × p numbers do not fit into memory.
    ///
    /// @param <T>  what is kept of a tile
    /// @param kept given the first column of a tile and its products, one row for each of its columns, one column for each column of `z`
    ///             up to the tile's last
    /// @return what was kept, in the order of the tiles
    public static <T> List<T> byTiles(Matrix z, int jobs, BiFunction<Integer, Matrix, T> kept) {
        int p = z.columns();
        return Parallel.map((p + TILE - 1) / TILE, jobs, k -> {
            int first = k * TILE;
            int last = Math.min(first + TILE, p);
            double[] products = new double[Math.multiplyExact(last - first, last)];
            fill(products, last - first, 0, z, last, z, first);
            return kept.apply(first, new Matrix(last - first, last, products));
        });
    }

    /// The diagonal of [#ofColumns].
    public static double[] squares(Matrix z, int jobs) {
        int p = z.columns();
        double[] squares = new double[p];
        Parallel.forEach((p + TILE - 1) / TILE, jobs, k -> {
            int first = k * TILE;
            int width = Math.min(TILE, p - first);
            Matrix own = new Matrix(
                    z.rows(), width, Arrays.copyOfRange(z.values(), z.offset(first), z.offset(first) + width * z.rows()));
            double[] products = new double[width * width];
            fill(products, width, 0, own, width, own, 0);
            for (int j = 0; j < width; j++) {
                squares[first + j] = products[j * width + j];
            }
        });
        return squares;
    }

    /// ZᵀA, one column for each column of `a`, one row for each of `z`.
    public static Matrix of(Matrix z, Matrix a, int jobs) {
        if (z.rows() != a.rows()) {
            throw new IllegalArgumentException("columns of " + z.rows() + " and of " + a.rows() + " rows have no product");
        }
        double[] products = new double[Math.multiplyExact(z.columns(), a.columns())];
        int tiles = (z.columns() + TILE - 1) / TILE;
        Parallel.forEach(tiles, jobs, k -> fill(products, z.columns(), k * TILE, a, a.columns(), z, k * TILE));
        return new Matrix(z.columns(), a.columns(), products);
    }

    /// Products of columns 0 … count − 1 of `a` with the tile of `z` from column `first`: those of column j from `j · stride + to`.
    private static void fill(double[] products, int stride, int to, Matrix a, int count, Matrix z, int first) {
        int width = Math.min(TILE, z.columns() - first);
        double[] sums = new double[width];
        double[] column = new double[CHUNK];
        for (int start = 0; start < z.rows(); start += CHUNK) {
            int rows = Math.min(CHUNK, z.rows() - start);
            double[][] tile = tile(z, first, width, start, rows);
            Arrays.fill(column, 0); // zeros beyond the last row: x + 0·y changes no sum
            for (int j = 0; j < count; j++) {
                System.arraycopy(a.values(), a.offset(j) + start, column, 0, rows);
                int at = j * stride + to;
                System.arraycopy(products, at, sums, 0, width);
                for (int i = 0; i < tile.length; i += ROWS_AT_ONCE) {
                    addRows(sums, tile, column, i);
                }
                System.arraycopy(sums, 0, products, at, width);
            }
        }
    }

    /// Part of a tile of columns, row by row, with rows of zeros up to whole groups.
    private static double[][] tile(Matrix z, int first, int width, int start, int rows) {
        double[] values = z.values();
        double[][] tile = new double[(rows + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE * ROWS_AT_ONCE][width];
        for (int b = 0; b < width; b++) {
            int offset = z.offset(first + b) + start;
            for (int i = 0; i < rows; i++) {
                tile[i][b] = values[offset + i];
            }
        }
        return tile;
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
}
