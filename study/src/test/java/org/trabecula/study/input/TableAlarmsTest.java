package org.trabecula.study.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.core.InputException;
import org.trabecula.table.DelimitedText;

/// Columns of a ready table that are no features, or look too good to be one.
class TableAlarmsTest {
    private static final int ROWS = 40;

    private static StudyData read(String header, IntFunction<String> row, boolean eachRowAPatient) {
        StringBuilder text = new StringBuilder("case_id,outcome,f," + header + "\n");
        for (int at = 0; at < ROWS; at++) {
            text.append("c").append(at).append(',').append(at % 2).append(',').append(at * 17 % 23).append(',').append(row.apply(at)).append('\n');
        }
        try {
            return TableStudy.read(
                    DelimitedText.read("t.csv", new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8))), Path.of(""),
                    new TableStudy.Columns(Optional.empty(), Optional.empty(), Optional.empty(), eachRowAPatient, Optional.empty()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> alarms(String header, IntFunction<String> row) {
        return read(header, row, false).cohort().notes().stream().filter(note -> note.startsWith("ALARM")).toList();
    }

    @Test
    void theOutcomeUnderAnotherNameIsNamed() {
        assertThat(alarms("diagnosis", row -> row % 2 == 1 ? "7" : "3")).singleElement().asString().contains("diagnosis", "outcome under another name");
        assertThat(alarms("diagnosis", row -> row % 2 == 1 ? "3" : "7")).singleElement().asString().contains("diagnosis");
    }

    /// Months to the event: 1 to 20 for cases, 30 to 49 for controls.
    @Test
    void aColumnThatTellsTheOutcomeByItselfIsNamed() {
        assertThat(alarms("months", row -> Integer.toString(row % 2 == 1 ? 1 + row / 2 : 30 + row * 7 % 20)))
                .singleElement().asString().contains("months (AUC 1.000)");
        assertThat(alarms("fair", row -> Integer.toString(row % 2 * 8 + row * 7 % 20))).isEmpty();
    }

    @Test
    void aColumnThatCountsTheRowsIsNamed() {
        assertThat(alarms("Unnamed: 0", Integer::toString)).singleElement().asString().contains("Unnamed: 0", "counts the rows");
        assertThat(alarms("down", row -> Integer.toString(100 - row))).singleElement().asString().contains("counts the rows");
    }

    @Test
    void rowsOfTwoPatientsWithEveryValueTheSameAreNamed() {
        assertThat(alarms("g", row -> Integer.toString(row * 7 % 20 + 3 * (row % 2)))).noneMatch(note -> note.contains("pair"));
        assertThat(alarms("g,h", row -> row % 23 + "," + row % 23)).anyMatch(note -> note.contains("lines 2 and 25"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject", "Subject ID", "PID", "patient_no"})
    void rowsThatMayBeOnePatientsAreNotPassedOver(String column) {
        assertThatThrownBy(() -> read(column, row -> Integer.toString(row / 2), false))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("STU-012")
                .hasMessageContaining("--group '" + column + "'")
                .hasMessageContaining("--each-row-a-patient");
        StudyData data = read(column, row -> Integer.toString(row / 2), true);
        assertThat(data.raw().names()).containsExactly("f");
        assertThat(data.cohort().patients()).isEqualTo(ROWS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"time", "event", "gender", "Time", "fold", "pid", "age", "SITE"})
    void whatHasAnotherMeaningIsNoFeature(String column) {
        assertThat(read(column, row -> Integer.toString(row + 1), true).raw().names()).containsExactly("f");
    }

    @Test
    void theFeaturesAreListed() {
        assertThat(read("g", row -> Integer.toString(row * 7 % 20), false).cohort().notes())
                .contains("2 numeric columns are features: f, g");
    }
}
