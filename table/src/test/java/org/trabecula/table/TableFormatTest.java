package org.trabecula.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableFormatTest {
    private static final FeatureTable TABLE = new FeatureTable(
            List.of("=a", "b\tc"), Map.of("note", List.of("-1.5", "@x, y")), List.of("f"), new double[][] {{-0.1, Double.NaN}});

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"a.csv, CSV", "A.CSV, CSV", "a.csv.gz, CSV_GZIP", "a.b.tsv, TSV", "x/a.parquet, PARQUET"})
    void theEndingSaysTheFormat(Path name, TableFormat format) {
        assertThat(TableFormat.toWrite(name)).isEqualTo(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"l3.xlsx", "new.nii", "table", "csv", "a.gz", "a.tsv.gz", "a.csv.bak", "a.txt", "a.json"})
    void otherEndingsAreRefusedAndNothingIsWritten(String name) throws IOException {
        Path file = folder.resolve(name);
        assertThatThrownBy(() -> FeatureTableFile.write(TABLE, file)).hasMessageContaining("TAB-011").hasMessageContaining(".tsv");
        assertThatThrownBy(() -> TextTableFile.write(file, List.of("a"), List.of())).hasMessageContaining("TAB-011");
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.csv", "t.csv.gz", "t.tsv", "t.parquet"})
    void everyFormatReadsBackAsItWas(String name) throws IOException {
        FeatureTableFile.write(TABLE, folder.resolve(name));
        FeatureTable back = FeatureTableFile.read(folder.resolve(name));
        assertThat(back.caseIds()).isEqualTo(TABLE.caseIds());
        assertThat(back.column("f")).containsExactly(-0.1, Double.NaN);
        assertThat(back.texts()).containsEntry("note", List.of("-1.5", "@x, y"));
    }

    @Test
    void tsvHoldsTabs() throws IOException {
        FeatureTableFile.write(TABLE, folder.resolve("t.tsv"));
        assertThat(Files.readString(folder.resolve("t.tsv"))).isEqualTo("case_id\tnote\tf\n=a\t-1.5\t-0.1\n\"b\tc\"\t@x, y\t\n");
        TextTableFile.write(folder.resolve("u.tsv"), List.of("a", "b"), List.of(List.of("1,5", "x")));
        assertThat(Files.readString(folder.resolve("u.tsv"))).isEqualTo("a\tb\n1,5\tx\n");
    }

    @ParameterizedTest(name = "[{0}] is written [{1}]")
    @CsvSource({
        "=1+1, '''=1+1'", "=cmd|' /C calc'!A0, '''=cmd|'' /C calc''!A0'", "@SUM(A1), '''@SUM(A1)'", "+49 30 1, '''+49 30 1'",
        "-L1, '''-L1'", "-1.5, -1.5", "+2e-7, +2e-7", "-Infinity, -Infinity", "x=1, x=1", "'', ''", "-, '''-'"
    })
    void excelSafeCellsAreNoFormulas(String cell, String written) {
        assertThat(CellText.EXCEL_SAFE.of(cell)).isEqualTo(written);
        assertThat(CellText.AS_IT_IS.of(cell)).isEqualTo(cell);
    }

    @Test
    void excelSafeTablesKeepTheirNumbers() throws IOException {
        FeatureTableFile.write(TABLE, folder.resolve("t.csv"), CellText.EXCEL_SAFE);
        assertThat(Files.readString(folder.resolve("t.csv")))
                .isEqualTo("case_id,note,f\n'=a,-1.5,-0.1\nb\tc,\"'@x, y\",\n");
    }
}
