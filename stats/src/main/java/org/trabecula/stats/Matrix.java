package org.trabecula.stats;

import java.util.Arrays;

/// A table of numbers for the kernels: rows are cases, columns are features, column after column in memory.
///
/// The entry of row i and column j is `values()[j · rows() + i]`, as in R and Fortran. At most 2³¹ − 1 entries. NaN is
/// carried as it is: each method says what it makes of it.
public final class Matrix {
    private final int rows;
    private final int columns;
    private final double[] values;

    /// Takes ownership of `values` (column after column); the caller must not write to it afterwards.
    ///
    /// @throws IllegalArgumentException if `values` does not hold rows × columns entries
    public Matrix(int rows, int columns, double[] values) {
        if (rows < 0 || columns < 0 || (long) rows * columns != values.length) {
            throw new IllegalArgumentException("a matrix of " + rows + " × " + columns + " holds "
                    + (long) rows * columns + " entries, got " + values.length);
        }
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /// From columns of equal length; copies. Without a column the matrix has no rows either.
    public static Matrix ofColumns(double[]... columns) {
        int rows = columns.length == 0 ? 0 : columns[0].length;
        double[] values = new double[Math.multiplyExact(rows, columns.length)];
        for (int j = 0; j < columns.length; j++) {
            if (columns[j].length != rows) {
                throw new IllegalArgumentException(
                        "column " + j + " must have " + rows + " rows as the first, got " + columns[j].length);
            }
            System.arraycopy(columns[j], 0, values, j * rows, rows);
        }
        return new Matrix(rows, columns.length, values);
    }

    /// From rows of equal length; copies.
    public static Matrix ofRows(double[]... rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        double[] values = new double[Math.multiplyExact(rows.length, columns)];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns) {
                throw new IllegalArgumentException(
                        "row " + i + " must have " + columns + " entries as the first, got " + rows[i].length);
            }
            for (int j = 0; j < columns; j++) {
                values[j * rows.length + i] = rows[i][j];
            }
        }
        return new Matrix(rows.length, columns, values);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public double get(int row, int column) {
        return values[column * rows + row];
    }

    /// Where column `column` begins in [#values].
    public int offset(int column) {
        return column * rows;
    }

    /// The storage itself, for kernels; not to be written.
    public double[] values() {
        return values;
    }

    /// A copy of one column.
    public double[] column(int column) {
        return Arrays.copyOfRange(values, column * rows, (column + 1) * rows);
    }

    /// A copy of one row.
    public double[] row(int row) {
        double[] copy = new double[columns];
        for (int j = 0; j < columns; j++) {
            copy[j] = values[j * rows + row];
        }
        return copy;
    }

    /// A new matrix of these rows, in this order; a row may be taken more than once (bootstrap).
    public Matrix selectRows(int[] chosen) {
        double[] picked = new double[Math.multiplyExact(chosen.length, columns)];
        for (int j = 0; j < columns; j++) {
            for (int k = 0; k < chosen.length; k++) {
                picked[j * chosen.length + k] = values[j * rows + chosen[k]];
            }
        }
        return new Matrix(chosen.length, columns, picked);
    }

    /// A new matrix of these columns, in this order.
    public Matrix selectColumns(int[] chosen) {
        double[] picked = new double[Math.multiplyExact(rows, chosen.length)];
        for (int k = 0; k < chosen.length; k++) {
            System.arraycopy(values, chosen[k] * rows, picked, k * rows, rows);
        }
        return new Matrix(rows, chosen.length, picked);
    }
}
