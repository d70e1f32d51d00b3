package org.trabecula.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.core.InputException;
import org.trabecula.testkit.Reference;

/// Bytes of tables from hospitals: each is decoded rightly or refused with its line, never replaced by U+FFFD.
class TextEncodingTest {
    private static final String UMLAUTS = "case_id,note\nMür,ä\nMör,€ 日本\n";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}, mark {1}")
    @CsvSource({"UTF-8, false", "UTF-8, true", "UTF-16LE, true", "UTF-16BE, true", "UTF-16LE, false", "UTF-16BE, false", "UTF-32LE, true"})
    void unicodeIsReadByItsMark(String charset, boolean mark) throws IOException {
        TextTable table = read(((mark ? "\ufeff" : "") + UMLAUTS).getBytes(Charset.forName(charset)));
        assertThat(table.header()).containsExactly("case_id", "note");
        assertThat(table.column("case_id")).containsExactly("Mür", "Mör");
        assertThat(table.cell(1, "note")).isEqualTo("€ 日本");
    }

    @ParameterizedTest(name = "{1} after {0} lines of ASCII")
    @CsvSource({
        "0, Mür, windows-1252, 'line 1, Latin-1, Mür'", "3, Mür, ISO-8859-1, 'line 4, FC, Mür'",
        "5, 5 € , windows-1252, 'line 6, Windows-1252, 5 €'", "100000, Jörg, ISO-8859-15, 'line 100001, Jörg'",
        "2, Łódź, windows-1250, 'line 3, A3'"
    })
    void otherBytesAreRefusedWithEncodingAndLine(int lines, String text, String charset, String fragments) {
        byte[] bytes = ("a,b\n".repeat(lines) + text + ",x\n").getBytes(Charset.forName(charset));
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("TAB-001")
                .hasMessageContainingAll(fragments.split(", "))
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("\ufffd"));
    }

    @Test
    void linesAreCountedAsEditorsCountThem() {
        byte[] bytes = "a\r\nb\rc\nM\u00fc\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> read(bytes)).hasMessageContaining("line 4");
    }

    @Test
    void aCutCharacterAtTheEndIsRefused() {
        byte[] bytes = {'a', '\n', (byte) 0xC3};
        assertThatThrownBy(() -> read(bytes)).hasMessageContaining("TAB-001").hasMessageContaining("line 2");
    }

    @ParameterizedTest
    @ValueSource(ints = {65533, 65534, 65535, 65536, 65537, 131071})
    void charactersThatStraddleABufferAreWhole(int before) throws IOException {
        String cell = "x".repeat(before) + "ü€\uD83D\uDE00";
        TextTable table = read(("c\n" + cell + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(table.cell(0, "c")).isEqualTo(cell);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"PK\u0003\u0004..., spreadsheets", "%PDF-1.7, PDF", "NRRD0004, NRRD"})
    void filesOfOtherKindsAreCalledByTheirName(String text, String name) {
        assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.ISO_8859_1))).hasMessageContaining(name);
    }

    @Test
    void nulInACellIsRefusedWithItsColumn() {
        assertThatThrownBy(() -> read("case_id,image\na,ct.nii\0\nb,x\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("TAB-010")
                .hasMessageContaining("line 2, column image");
        assertThatThrownBy(() -> read("case_id,im\0age\na,b\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("column number 2");
    }

    @Test
    void emptyRowsAndColumnsOfSpreadsheetsAreLeftOutAndCounted() throws IOException {
        TextTable table = read(";case_id;f;;\n;a;1;;\n;;;;\n; ;\t;;\n;b;2;;\n;;;\n".getBytes(StandardCharsets.UTF_8));
        assertThat(table.header()).containsExactly("case_id", "f");
        assertThat(table.column("f")).containsExactly("1", "2");
        assertThat(table.row(1).line()).isEqualTo(5);
        assertThat(table.notes()).containsExactly("3 empty rows left out of t.csv");
        assertThat(read("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)).notes()).isEmpty();
    }

    @Test
    void whatAFileIsItsBytesSay() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("a\n1\n".getBytes(StandardCharsets.UTF_8));
        }
        Path misnamed = Files.write(folder.resolve("packed.csv"), packed.toByteArray());
        assertThat(DelimitedText.read(misnamed).column("a")).containsExactly("1");
        Path plain = Files.writeString(folder.resolve("plain.csv.gz"), "a\n2\n");
        assertThat(DelimitedText.read(plain).column("a")).containsExactly("2");
        Path parquet = folder.resolve("t.parquet");
        FeatureTableFile.write(new FeatureTable(List.of("c"), List.of("f"), new double[][] {{3}}), parquet);
        Path copied = Files.copy(parquet, folder.resolve("really-parquet.csv"));
        assertThat(DelimitedText.read(copied).column("f")).containsExactly("3.0");
    }

    @Test
    void manyColumnsAreRead() throws IOException {
        StringBuilder header = new StringBuilder("case_id");
        StringBuilder row = new StringBuilder("a");
        for (int n = 0; n < 40_000; n++) {
            header.append(",f").append(n);
            row.append(',').append(n);
        }
        assertThat(read((header + "\n" + row).getBytes(StandardCharsets.UTF_8)).header()).hasSize(40_001);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"one.csv, 'Latin-1, Mär', ''", "two.csv, 'Latin-1, Mär', ''", "utf16.csv, '', case_id"})
    void manifestsOfTheSharedCases(String name, String refused, String column) {
        Path file = Reference.root().resolve("../shared/cases/manifest-latin1").resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "the shared cases are not here");
        if (refused.isEmpty()) {
            assertThat(DelimitedText.read(file).header()).contains(column);
        } else {
            assertThatThrownBy(() -> DelimitedText.read(file)).hasMessageContainingAll(refused.split(", "));
        }
    }

    private static TextTable read(byte[] bytes) throws IOException {
        return DelimitedText.read("t.csv", new ByteArrayInputStream(bytes));
    }
}
