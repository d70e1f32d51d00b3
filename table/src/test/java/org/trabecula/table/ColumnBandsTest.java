package org.trabecula.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnBandsTest {
    private static final int COLUMNS = 150; // more than two bands

    @Test
    void numbersOfAColumnDoNotDependOnWhichColumnWasReadBefore() {
        CellGrid grid = grid();
        for (int column : new int[] {149, 0, 64, 63, 127, 128, 1}) {
            assertThat(grid.plainNumbers(column)).as("column " + column).containsExactly(column, Double.NaN, 2 * COLUMNS + column);
        }
    }

    @Test
    void aChoiceOfColumnsHasItsOwnPlaces() {
        CellGrid grid = grid();
        grid.plainNumbers(3);
        CellGrid chosen = grid.select(new int[] {140, 2});
        assertThat(chosen.plainNumbers(0)).containsExactly(140, Double.NaN, 2 * COLUMNS + 140);
        assertThat(chosen.plainNumbers(1)).containsExactly(2, Double.NaN, 2 * COLUMNS + 2);
    }

    /// Number row · COLUMNS + column; the second row is text.
    private static CellGrid grid() {
        CellGrid.Builder builder = new CellGrid.Builder();
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                builder.cell(row == 1 ? "x" + column : Integer.toString(row * COLUMNS + column));
            }
            builder.endRow(row + 2);
        }
        return builder.build(COLUMNS);
    }
}
