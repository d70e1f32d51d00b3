package org.trabecula.evaluation.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.table.TextTable;

/// Codings of an outcome as tables hold them.
class OutcomeColumnTest {
    /// Cells apart by blanks, `_` for an empty one; `-` for no flag.
    @ParameterizedTest(name = "{0}, --positive {1}")
    @CsvSource({
        "1 0 1 0,            -,     1 0 1 0, 0",
        "1.0 0.0 1.0 0,      -,     1 0 1 0, 0", // a data frame with a missing cell writes floats
        "TRUE false True 0,  -,     1 0 1 0, 0",
        "acute chronic acute chronic, -, 1 0 1 0, 0",
        "1 2 1 2,            2,     0 1 0 1, 0",
        "1.0 2.0 1.0 2.0,    2,     0 1 0 1, 0",
        "1 2 1 2,            2.0,   0 1 0 1, 0",
        "yes no yes no,      yes,   1 0 1 0, 0",
        "1 _ 0 NA,           -,     1 0, 2",
        "1 nan 0 NULL,       -,     1 0, 2",
        "yes n/a no None,    yes,   1 0, 2"
    })
    void readsEveryCodingOfTwoClasses(String cells, String positive, String values, int without) {
        OutcomeColumn read = OutcomeColumn.read(table(cells), "y", flag(positive));
        assertThat(read.outcome().classes()).isEqualTo(Arrays.stream(values.split(" ")).mapToInt(Integer::parseInt).toArray());
        assertThat(read.without()).isEqualTo(without);
        assertThat(read.rows()).hasSize(read.outcome().size());
    }

    @ParameterizedTest(name = "{0}, --positive {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "1 2 1 2         | -   | STA-101 | '1', '2'        | --positive 2 or --positive 1",
        "1.0 2.0 1.0 2.0 | -   | STA-101 | '1', '2'        | --positive 2",
        "Yes No Yes No   | -   | STA-101 | 'No', 'Yes'     | --positive Yes",
        "a b a b         | c   | STA-101 | none is 'c'     | --positive b or --positive a",
        "a b c a b c     | a   | STA-101 | 3 values        | two values",
        "0 1 2 0 1 2     | -   | STA-101 | 3 values        | two values",
        "Yes NA NA Yes   | Yes | STA-102 | 2 without a value | no value is not the other class",
        "1 1 1           | -   | STA-102 | ('1')           | both classes",
        "_ NA _          | -   | STA-102 | 0 rows          | write the outcome"
    })
    void refusesTheRestAndSaysWhatToAdd(String cells, String positive, String code, String found, String fix) {
        Problem problem = refusal(cells, flag(positive));
        assertThat(problem.code().code()).isEqualTo(code);
        assertThat(problem.found()).contains(found);
        assertThat(problem.fix()).contains(fix);
        assertThat(problem.where()).contains("scores.csv", "'y'");
    }

    @Test
    void oneOddCellIsNamedByItsLine() {
        String cells = "0 1 ".repeat(30) + "2 0 1";
        Problem problem = refusal(cells.strip(), null);
        assertThat(problem.where()).isEqualTo("scores.csv, line 62, column 'y'");
        assertThat(problem.found()).contains("'2'");
    }

    private static Problem refusal(String cells, @org.jspecify.annotations.Nullable String positive) {
        InputException refused = catchThrowableOfType(
                InputException.class, () -> OutcomeColumn.read(table(cells), "y", positive));
        assertThat(refused.problems()).hasSize(1);
        return refused.problems().getFirst();
    }

    private static @org.jspecify.annotations.Nullable String flag(String text) {
        return text.equals("-") ? null : text;
    }

    private static TextTable table(String cells) {
        String[] parts = cells.split(" ");
        return new TextTable("scores.csv", List.of("y"), IntStream.range(0, parts.length)
                .mapToObj(row -> new TextTable.Row(row + 2, List.of(parts[row].equals("_") ? "" : parts[row])))
                .toList());
    }
}
