package org.trabecula.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CellGridTest {
    @Test
    void rowsAndColumnsHoldTheSameCells() {
        CellGrid grid = grid(3, 100); // more than one block of cells, which end amid rows
        for (int row = 0; row < grid.rows(); row++) {
            assertThat(grid.row(row)).containsExactly(row + "/0", row + "/1", row + "/2");
            assertThat(grid.line(row)).isEqualTo(2 + 3 * row);
        }
        assertThat(grid.column(1)).isEqualTo(IntStream.range(0, 100).mapToObj(row -> row + "/1").toList());
    }

    @Test
    void chosenColumnsAreAViewInTheOrderAskedFor() {
        CellGrid chosen = grid(4, 50).select(new int[] {3, 1});
        assertThat(chosen.row(49)).containsExactly("49/3", "49/1");
        CellGrid again = chosen.select(new int[] {1});
        assertThat(again.row(0)).containsExactly("0/1");
        assertThat(again.text(7, 0)).isEqualTo("7/1");
        assertThat(again.line(7)).isEqualTo(23);
        assertThat(chosen.select(new int[0]).row(2)).isEmpty();
        assertThat(chosen.select(new int[0]).rows()).isEqualTo(50);
    }

    @Test
    void noRowsAndNoColumnsAreATableToo() {
        assertThat(new CellGrid.Builder().build(2).rows()).isZero();
        assertThat(new CellGrid.Builder().build(2).column(1)).isEmpty();
        assertThat(new CellGrid.Builder().build(2).holdsSomething(0)).isFalse();
        CellGrid.Builder blank = new CellGrid.Builder();
        blank.endRow(2);
        assertThat(blank.build(0).row(0)).isEmpty();
    }

    /// More different texts than are looked among, two of them ("Aa", "BB") with one hash: sharing must not mix them up.
    @Test
    void sharedTextsStayApart() {
        CellGrid.Builder rows = new CellGrid.Builder();
        List<String> texts = IntStream.range(0, 5000)
                .mapToObj(row -> row % 3 == 0 ? "Aa" : row % 3 == 1 ? "BB" : Integer.toString(row))
                .toList();
        for (String text : texts) {
            rows.cell(text);
            rows.endRow(1);
        }
        List<String> column = rows.build(1).column(0);
        assertThat(column).isEqualTo(texts);
    }

    @Test
    void equalTextsOfAColumnAreMostlyOneObject() {
        CellGrid.Builder rows = new CellGrid.Builder();
        for (int row = 0; row < 10; row++) {
            rows.cell(("x" + row % 2).toCharArray(), 0, 2);
            rows.endRow(1);
        }
        List<String> column = rows.build(1).column(0);
        assertThat(column.get(8)).isSameAs(column.get(0)).isEqualTo("x0");
    }

    @Test
    void oneCellIsEnoughToHoldSomething() {
        CellGrid.Builder rows = new CellGrid.Builder();
        for (int row = 0; row < 200; row++) {
            rows.cell("");
            rows.cell(row == 199 ? "0" : "");
            rows.endRow(row);
        }
        CellGrid grid = rows.build(2);
        assertThat(grid.holdsSomething(0)).isFalse();
        assertThat(grid.holdsSomething(1)).isTrue();
        assertThat(grid.plainNumber(199, 1)).isZero();
        assertThat(grid.plainNumber(198, 1)).isNaN();
    }

    /// `row/column` in every cell; rows of three lines each after a header.
    private static CellGrid grid(int columns, int rows) {
        CellGrid.Builder grid = new CellGrid.Builder();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                grid.cell(row + "/" + column);
            }
            grid.endRow(2 + 3 * row);
        }
        return grid.build(columns);
    }
}
