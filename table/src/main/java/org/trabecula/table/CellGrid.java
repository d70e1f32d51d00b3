package org.trabecula.table;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The rows of a table, each with its line in the file. Immutable but for what it remembers of the numbers last asked for.
final class CellGrid {
    /// Texts of a column that are looked among before another one is made of the same characters.
    private static final int SHARED = 1 << 10;

    /// Numbers of neighbouring columns that are kept: 16 MB.
    private static final int BAND_NUMBERS = 1 << 21;

    private static final int MOST_BAND_COLUMNS = 64;

    private final PackedCells cells;
    private final int[] lines;
    private final int stride; // cells of a row as it was read
    private final int[] places; // of the columns in such a row
    private volatile Band band = new Band(0, new double[0][]);

    private CellGrid(PackedCells cells, int[] lines, int stride, int[] places) {
        this.cells = cells;
        this.lines = lines;
        this.stride = stride;
        this.places = places;
    }

    /// Takes rows one after the other.
    static final class Builder {
        private final PackedCells cells = new PackedCells();
        private int[] lines = new int[16];
        private int rows;

        /// A cell of the row that [#endRow] ends.
        void cell(String text) {
            cells.add(text);
        }

        void cell(char[] text, int offset, int length) {
            cells.add(text, offset, length);
        }

        /// @param line where the row begins in the file, counted from 1
        void endRow(int line) {
            if (rows == lines.length) {
                lines = Arrays.copyOf(lines, 2 * rows);
            }
            lines[rows++] = line;
        }

        /// @param columns cells of each row
        CellGrid build(int columns) {
            cells.close();
            return new CellGrid(cells, Arrays.copyOf(lines, rows), columns, IntStream.range(0, columns).toArray());
        }
    }

    int rows() {
        return lines.length;
    }

    int columns() {
        return places.length;
    }

    int line(int row) {
        return lines[row];
    }

    String text(int row, int column) {
        return cells.get(at(row, column));
    }

    List<String> row(int row) {
        return IntStream.range(0, places.length).mapToObj(column -> text(row, column)).toList();
    }

    /// The texts of a column; equal ones are mostly the same object.
    List<String> column(int column) {
        @Nullable String[] seen = new String[SHARED];
        String[] texts = new String[lines.length];
        for (int row = 0; row < texts.length; row++) {
            long cell = at(row, column);
            int slot = cells.hash(cell) & SHARED - 1;
            texts[row] = cells.get(cell, seen[slot]);
            seen[slot] = texts[row];
        }
        return List.of(texts);
    }

    /// Whether a cell is a number that [PlainDecimal] holds.
    boolean isPlainNumber(int row, int column) {
        return cells.isPlainNumber(at(row, column));
    }

    /// The number in such a cell, else NaN.
    double plainNumber(int row, int column) {
        return cells.plainNumber(at(row, column));
    }

    /// A column's numbers of that kind, NaN for all other cells; not a copy, not to be written to.
    double[] plainNumbers(int column) {
        Band latest = band;
        if (column < latest.first || column >= latest.first + latest.numbers.length) {
            int most = Math.clamp(BAND_NUMBERS / Math.max(1, rows()), 1, MOST_BAND_COLUMNS);
            int first = column - column % most;
            latest = new Band(first, read(first, Math.min(first + most, places.length)));
            band = latest;
        }
        return latest.numbers[column - latest.first];
    }

    /// Columns next to each other, read row by row: a wide table's column, read alone, waits for memory at every cell.
    ///
    /// @param first   of the columns
    /// @param numbers by column and row
    private record Band(int first, double[][] numbers) {}

    private double[][] read(int first, int end) {
        double[][] numbers = new double[end - first][rows()];
        for (int row = 0; row < rows(); row++) {
            for (int column = first; column < end; column++) {
                numbers[column - first][row] = plainNumber(row, column);
            }
        }
        return numbers;
    }

    boolean holdsSomething(int column) {
        return IntStream.range(0, rows()).anyMatch(row -> !cells.isEmpty(at(row, column)));
    }

    /// These columns alone; nothing is copied.
    CellGrid select(int[] columns) {
        return new CellGrid(cells, lines, stride, Arrays.stream(columns).map(column -> places[column]).toArray());
    }

    private long at(int row, int column) {
        return (long) row * stride + places[column];
    }
}
