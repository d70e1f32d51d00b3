package org.trabecula.evaluation.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.core.InputException;
import org.trabecula.evaluation.Scores;
import org.trabecula.table.TextTable;

class ScoreTableTest {
    private static final ScoreTable.Columns COLUMNS = new ScoreTable.Columns("y", null, List.of("a", "b"), "patient");

    @Test
    void rowsWithoutAnOutcomeAreLeftOutAndCounted() {
        ScoreTable read = ScoreTable.read(table("1,p1,0.9,3", ",p1,0.8,2", "0,p2,0.1,1"), COLUMNS, false);
        assertThat(read.scores()).extracting(Scores::model).containsExactly("a", "b");
        assertThat(read.scores().getFirst().scores()).containsExactly(0.9, 0.1);
        assertThat(read.scores().getLast().outcome().classes()).containsExactly(1, 0);
        assertThat(read.notes()).containsExactly("t.csv: 1 row without 'y' left out of 3");
    }

    @Test
    void aRowWithoutAPatientIsAPatientOfItsOwn() {
        ScoreTable read = ScoreTable.read(table("1,p1,0.9,3", "0,p1,0.8,2", "0,NA,0.1,1", "1,,0.4,1"), COLUMNS, false);
        assertThat(read.scores().getFirst().clusters().count()).isEqualTo(3);
        assertThat(read.notes().getFirst()).contains("2 rows without a patient in 'patient'", "of its own");
    }

    @Test
    void aScoreThatIsMissingIsNamedByLineAndColumn() {
        InputException refused = catchThrowableOfType(
                InputException.class, () -> ScoreTable.read(table("1,p1,0.9,3", "0,p1,,2", "0,p2,inf,1"), COLUMNS, false));
        assertThat(refused.problems()).extracting(problem -> problem.where())
                .containsExactly("t.csv, line 3, column 'a'", "t.csv, line 4, column 'a'");
        assertThat(refused.problems().getFirst().code().code()).isEqualTo("STA-103");
    }

    @Test
    void aScoreMayBeMissingWhereTheOutcomeIs() {
        assertThat(ScoreTable.read(table("1,p1,0.9,3", ",p1,,2", "0,p2,0.3,1"), COLUMNS, false).scores()).hasSize(2);
    }

    @Test
    void trainingRowsStandAsCrossFitted() {
        Scores training = ScoreTable.read(table("1,p1,0.9,3", "0,p1,0.8,2"), COLUMNS.withoutGroup(), true).scores().getFirst();
        assertThat(training.kind()).isEqualTo(Scores.Kind.CROSSFIT);
        assertThat(training.isGrouped()).isFalse();
        assertThat(training.rows().ids()).containsExactly("line 2", "line 3");
    }

    private static TextTable table(String... lines) {
        return new TextTable("t.csv", List.of("y", "patient", "a", "b"), IntStream.range(0, lines.length)
                .mapToObj(row -> new TextTable.Row(row + 2, Arrays.asList(lines[row].split(",", -1))))
                .toList());
    }
}
