package org.trabecula.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.core.InputException;

/// What a cell says, and what a column of cells is.
class CellsTest {
    static TextTable read(String text) {
        try {
            return DelimitedText.read("t.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One column, `x`, of these cells.
    private static TextTable column(String... cells) {
        return read("id\tx\n" + String.join("\n", List.of(cells).stream().map(cell -> "a\t" + cell).toList()) + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "NA", "na", "N/A", "NaN", "nan", "<NA>", "NULL", "Null", "None", "nil", "NaT", "?", ".", "-", "−", "–", "#N/A", "#NV", "#DIV/0!",
        "#VALUE!", "#REF!", "#NAME?", "#WERT!", "#NUM!", "(null)", "not available", "missing"})
    void theseWordsHoldNoValue(String cell) {
        assertThat(Missing.is(cell)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "no", "unknown", "nah", "NAN1", "#1", "#", "-1", "..", "#hash!tag", "-999", "99", "none of them"})
    void theseDo(String cell) {
        assertThat(Missing.is(cell)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1,1", "+1,1", "-1.5,-1.5", "−1.5,-1.5", "1e3,1000", "1.5E-3,0.0015", "2e−3,0.002", ".5,0.5", "5.,5", "inf,Infinity", "-Infinity,-Infinity",
        "NA,NaN", "007,7", "4.9e-324,4.9e-324"})
    void numbersAreReadHoweverTheyAreWritten(String cell, double value) {
        assertThat(column(cell).numbers("x")).containsExactly(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1d", "1f", "0x10", "1e", "e5", "1,234.5", "1 000", "5%", "70 y", "1.2.3", "--1", "12:30", "2024-01-02", "abc", "1e400"})
    void whatIsNoNumberIsRefusedAtItsCell(String cell) {
        assertThatThrownBy(() -> column("1", "2.5", cell, "3").numbers("x"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("line 4")
                .hasMessageContaining("column x")
                .hasMessageContaining(cell);
    }

    @Test
    void aColumnsBadCellsAreToldOnceWithTheirLines() {
        assertThatThrownBy(() -> column("1", "a", "2", "b", "3", "4", "c").numbers("x"))
                .hasMessageContaining("'a', and 2 more cells of the column (lines 5, 8)");
    }

    @Test
    void oneBadCellCostsNoColumnInSilence() {
        assertThatThrownBy(() -> ColumnRoles.of(column("1.5", "2.5", "12,5", "3.5")).features(List.of("id")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("line 4")
                .hasMessageContaining("12,5");
        assertThat(column("1.5", "NULL", "#DIV/0!", "3.5").kind("x")).isEqualTo(ColumnKind.NUMBERS);
        assertThat(column("a", "2", "b").kind("x")).isEqualTo(ColumnKind.TEXT);
        assertThat(column("NA", "", "?").kind("x")).isEqualTo(ColumnKind.NUMBERS);
    }

    @Test
    void trueIsOneAmongItsLikeAndAMistakeAmongSizes() {
        assertThat(column("TRUE", "false", "NA", "True").numbers("x")).containsExactly(1, 0, Double.NaN, 1);
        assertThat(column("TRUE", "0", "1").numbers("x")).containsExactly(1, 0, 1);
        assertThat(column("1.5", "TRUE", "2").kind("x")).isEqualTo(ColumnKind.BROKEN_NUMBERS);
        assertThatThrownBy(() -> column("1.5", "TRUE", "2").numbers("x")).hasMessageContaining("TRUE").hasMessageContaining("line 3");
    }

    @Test
    void commasAreDecimalsOfAFileWithoutPoints() {
        TextTable table = read("a;b;c\n1,5;2;x\n-0,25;1e3;y\n");
        assertThat(table.numbers("a")).containsExactly(1.5, -0.25);
        assertThat(table.numbers("b")).containsExactly(2, 1000);
        assertThat(table.notes()).anyMatch(note -> note.contains("decimal commas"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b\n1,5;2.5\n3;4\n", "a,b\n\"1,5\",2\n3,4\n", "a,b\n\"1,234\",2\n\"5,678\",4\n"})
    void elsewhereADecimalCommaIsRefused(String text) {
        assertThatThrownBy(() -> read(text).numbers("a")).isInstanceOf(InputException.class).hasMessageContaining("comma");
    }

    @Test
    void blanksOfEveryKindAroundACellAreNotPartOfIt() {
        TextTable table = read("\u00a0id , x\u00a0\n a\u202f,\u00a01.5\u2009\n");
        assertThat(table.header()).containsExactly("id", "x");
        assertThat(table.cell(0, "id")).isEqualTo("a");
        assertThat(table.numbers("x")).containsExactly(1.5);
    }
}
