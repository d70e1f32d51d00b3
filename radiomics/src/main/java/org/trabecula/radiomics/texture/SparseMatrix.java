package org.trabecula.radiomics.texture;

import java.util.Arrays;
import java.util.List;

/// The non-zero cells of a matrix of counts, sorted by row, then column. Rows and columns count from 1.
final class SparseMatrix {
    private final int[] row;
    private final int[] column;
    private final double[] value;

    private SparseMatrix(int[] row, int[] column, double[] value) {
        this.row = row;
        this.column = column;
        this.value = value;
    }

    int cells() {
        return value.length;
    }

    /// The row of each cell. Kernels read these arrays, nobody writes to them.
    int[] row() {
        return row;
    }

    int[] column() {
        return column;
    }

    double[] value() {
        return value;
    }

    double total() {
        double total = 0;
        for (double v : value) {
            total += v;
        }
        return total;
    }

    /// The cells of a table in `counts`: rows and columns from 0, which are left out.
    ///
    /// @param first where the table begins
    /// @param rows  without row 0
    /// @param width columns with column 0
    static SparseMatrix ofDense(int[] counts, int first, int rows, int width) {
        Builder cells = new Builder(256);
        for (int r = 1; r <= rows; r++) {
            cells.ensure(width);
            for (int c = 1; c < width; c++) {
                cells.add(r, c, counts[first + r * width + c]);
            }
        }
        return cells.build();
    }

    /// Takes ownership of the cells, sorted by row, then column.
    static SparseMatrix ofCells(int[] row, int[] column, double[] value) {
        return new SparseMatrix(row, column, value);
    }

    /// The key of a cell: orders by row, then column.
    static long key(int row, int column) {
        return (long) row << 32 | column;
    }

    /// Counts equal keys.
    ///
    /// @param keys one [#key] per occurrence; sorted here
    static SparseMatrix ofKeys(long[] keys) {
        Arrays.sort(keys);
        int cells = 0;
        for (int at = 0; at < keys.length; at++) {
            cells += at == 0 || keys[at] != keys[at - 1] ? 1 : 0;
        }
        int[] row = new int[cells];
        int[] column = new int[cells];
        double[] value = new double[cells];
        int cell = -1;
        for (int at = 0; at < keys.length; at++) {
            if (at == 0 || keys[at] != keys[at - 1]) {
                cell++;
                row[cell] = (int) (keys[at] >>> 32);
                column[cell] = (int) keys[at];
            }
            value[cell]++;
        }
        return new SparseMatrix(row, column, value);
    }

    /// `Σ weight · matrix`, cell by cell, added in the order of the list.
    static SparseMatrix weightedSum(List<SparseMatrix> matrices, double[] weights) {
        long[] all = new long[matrices.stream().mapToInt(SparseMatrix::cells).sum()];
        int filled = 0;
        for (SparseMatrix matrix : matrices) {
            for (int cell = 0; cell < matrix.cells(); cell++) {
                all[filled++] = key(matrix.row[cell], matrix.column[cell]);
            }
        }
        SparseMatrix sum = ofKeys(all);
        long[] keys = new long[sum.cells()];
        for (int cell = 0; cell < keys.length; cell++) {
            keys[cell] = key(sum.row[cell], sum.column[cell]);
        }
        Arrays.fill(sum.value, 0);
        for (int m = 0; m < weights.length; m++) {
            SparseMatrix matrix = matrices.get(m);
            for (int cell = 0; cell < matrix.cells(); cell++) {
                long key = key(matrix.row[cell], matrix.column[cell]);
                sum.value[Arrays.binarySearch(keys, key)] += weights[m] * matrix.value[cell];
            }
        }
        return sum;
    }

    /// Collects cells in order; cells of value 0 are left out.
    static final class Builder {
        private int[] row;
        private int[] column;
        private double[] value;
        private int cells;

        Builder(int expectedCells) {
            row = new int[expectedCells];
            column = new int[expectedCells];
            value = new double[expectedCells];
        }

        /// Makes room for `more` cells.
        void ensure(int more) {
            if (row.length - cells < more) {
                row = Arrays.copyOf(row, 2 * row.length + more);
                column = Arrays.copyOf(column, row.length);
                value = Arrays.copyOf(value, row.length);
            }
        }

        /// Adds a cell; there must be room for it, also where its value is 0. (Written first and kept or overwritten after: a
        /// branch on counts would be guessed wrong half of the time.)
        void add(int atRow, int atColumn, double count) {
            row[cells] = atRow;
            column[cells] = atColumn;
            value[cells] = count;
            cells += count != 0 ? 1 : 0;
        }

        SparseMatrix build() {
            return new SparseMatrix(
                    Arrays.copyOf(row, cells), Arrays.copyOf(column, cells), Arrays.copyOf(value, cells));
        }
    }
}
