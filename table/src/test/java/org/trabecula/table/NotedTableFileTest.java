package org.trabecula.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.core.InputException;

/// Tables with notes come back as they were, to the last bit.
class NotedTableFileTest {
    /// What a detour by text or by a guess would change: no value at all, the two zeros, both ends of the doubles.
    private static final double[][] COLUMNS = {
        {Double.NaN, Double.NaN, Double.NaN},
        {-0.0, 0.0, Double.MIN_VALUE},
        {Double.NEGATIVE_INFINITY, Double.NaN, -Double.MAX_VALUE},
        {0.1 + 0.2, 1.0 / 3, 1e23}
    };

    @TempDir
    Path folder;

    private static FeatureTable table() {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        texts.put("level", List.of("", "12", "-1.5"));
        texts.put("remark", List.of("a\nb", "ü, \"x\"", ""));
        return new FeatureTable(List.of("1", "02", "c"), texts, List.of("none", "zeros", "ends", "thirds"), COLUMNS);
    }

    @Test
    void everyBitAndEveryNoteComesBack() throws IOException {
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put("second", "{\"ä\": [1, 2]}");
        notes.put("first", "");
        NotedTableFile.write(new NotedTable(table(), notes), folder.resolve("t.parquet"));

        NotedTable back = NotedTableFile.read(folder.resolve("t.parquet"));

        assertThat(back.notes()).isEqualTo(notes);
        assertThat(back.table().caseIds()).containsExactly("1", "02", "c");
        assertThat(back.table().texts()).isEqualTo(table().texts());
        assertThat(back.table().names()).isEqualTo(table().names());
        for (int column = 0; column < COLUMNS.length; column++) {
            for (int row = 0; row < 3; row++) {
                assertThat(Double.doubleToLongBits(back.table().value(row, column)))
                        .isEqualTo(Double.doubleToLongBits(COLUMNS[column][row]));
            }
        }
    }

    @Test
    void aTableOfNoRowsKeepsItsNotes() throws IOException {
        FeatureTable none = new FeatureTable(List.of(), List.of(), new double[0][]);
        NotedTableFile.write(new NotedTable(none, Map.of("why", "nothing to do")), folder.resolve("t.parquet"));
        NotedTable back = NotedTableFile.read(folder.resolve("t.parquet"));
        assertThat(back.table().rows()).isZero();
        assertThat(back.notes()).containsExactly(Map.entry("why", "nothing to do"));
    }

    @Test
    void notesAreReadAlone() throws IOException {
        NotedTableFile.write(new NotedTable(table(), Map.of("note", "x")), folder.resolve("t.parquet"));
        assertThat(NotedTableFile.notes(folder.resolve("t.parquet"))).containsExactly(Map.entry("note", "x"));
        FeatureTableFile.write(table(), folder.resolve("plain.parquet"));
        assertThat(NotedTableFile.notes(folder.resolve("plain.parquet"))).isEmpty();
    }

    /// More cells than one batch holds (64 MiB), so that a table is put together of several.
    @Test
    void aTableOfManyRowsIsReadInBatches() throws IOException {
        int rows = 9000;
        double[][] columns = new double[1000][rows];
        for (int column = 0; column < columns.length; column++) {
            for (int row = 0; row < rows; row++) {
                columns[column][row] = row * 1000.0 + column;
            }
        }
        FeatureTable large = new FeatureTable(
                IntStream.range(0, rows).mapToObj(n -> "c" + n).toList(), IntStream.range(0, columns.length).mapToObj(n -> "f" + n).toList(),
                columns);
        NotedTableFile.write(new NotedTable(large, Map.of()), folder.resolve("t.parquet"));
        FeatureTable back = NotedTableFile.read(folder.resolve("t.parquet")).table();
        assertThat(back.caseIds()).isEqualTo(large.caseIds());
        for (int column = 0; column < columns.length; column += 111) {
            assertThat(back.column(column)).isEqualTo(columns[column]);
        }
    }

    @Test
    void withoutNotesTheFileIsThatOfAPlainTable() throws IOException {
        FeatureTableFile.write(table(), folder.resolve("plain.parquet"));
        NotedTableFile.write(new NotedTable(table(), Map.of()), folder.resolve("noted.parquet"));
        assertThat(folder.resolve("noted.parquet")).hasSameBinaryContentAs(folder.resolve("plain.parquet"));
    }

    @Test
    void aReaderThatKnowsNoNotesFindsTheTable() throws IOException {
        NotedTableFile.write(new NotedTable(table(), Map.of("note", "x")), folder.resolve("t.parquet"));
        FeatureTable plain = FeatureTableFile.read(folder.resolve("t.parquet"));
        assertThat(plain.caseIds()).containsExactly("1", "02", "c");
        assertThat(plain.column("thirds")).containsExactly(0.1 + 0.2, 1.0 / 3, 1e23);
    }

    @Test
    void otherTablesAreRefused() throws Exception {
        Path whole = Path.of(NotedTableFileTest.class.getResource("/parquet/duckdb.parquet").toURI()); // holds whole numbers
        Path text = Files.writeString(folder.resolve("t.parquet"), "case_id,f\na,1\nb,2\n");
        for (Path file : List.of(whole, text)) {
            assertThatThrownBy(() -> NotedTableFile.read(file)).isInstanceOf(InputException.class).hasMessageContaining("TAB-001");
        }
    }
}
