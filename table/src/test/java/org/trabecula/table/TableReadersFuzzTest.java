package org.trabecula.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.trabecula.core.InputException;
import org.trabecula.testkit.Fuzz;

/// Damaged tables are read or refused, in time and within memory; a minute a reader with `-Dtrabecula.fuzz.seconds=60`.
@Execution(ExecutionMode.CONCURRENT)
class TableReadersFuzzTest {
    private static final String COMMA = "case_id,patient_id,image,label,f1,f2\na,p,ct.nii,1.0,0.5,-3e7\nb,q,\"x,\"\"y\",2,,NaN\n,,,,,\n";
    private static final String SEMICOLON = "\ufeffcase_id;name\r\na;M\u00fcr\r\nb;M\u00f6r\r\n";

    @Test
    void text() {
        Fuzz.reader("csv")
                .seed("comma", COMMA)
                .seed("semicolon", SEMICOLON)
                .seed("tab", COMMA.replace(',', '\t'))
                .seed("utf-16", ("\ufeff" + COMMA).getBytes(StandardCharsets.UTF_16LE))
                .tokens("\"", ",", ";", "\t", "\0", "\r", "\n", "\"\"", "NA", "case_id", "=cmd", "1e400", "\u001b[31m")
                .refusesWith(InputException.class)
                .files(".csv", TableReadersFuzzTest::readAll);
    }

    @Test
    void packedText() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(COMMA.repeat(1).getBytes(StandardCharsets.UTF_8));
        }
        Fuzz.reader("csv.gz").seed("gzip", packed.toByteArray()).seconds(5).refusesWith(InputException.class).files(
                ".csv.gz", TableReadersFuzzTest::readAll);
    }

    @Test
    void parquet() throws IOException {
        FeatureTable table = new FeatureTable(
                List.of("a", "b", "c"), Map.of("level", List.of("L1", "", "T12")), List.of("f", "g"),
                new double[][] {{1, Double.NaN, 3}, {0.5, 1e300, -0.0}});
        ByteArrayOutputStream ours = new ByteArrayOutputStream();
        ParquetWriter.write(table, ours);
        try (InputStream theirs = Objects.requireNonNull(
                TableReadersFuzzTest.class.getResourceAsStream("/parquet/duckdb.parquet"))) {
            Fuzz.reader("parquet")
                    .seed("ours", ours.toByteArray())
                    .seed("duckdb", theirs.readAllBytes())
                    .refusesWith(InputException.class)
                    .files(".parquet", TableReadersFuzzTest::readAll);
        }
    }

    /// Reads and uses a table as verbs do.
    private static void readAll(java.nio.file.Path file) {
        TextTable table = DelimitedText.read(file);
        FeatureTableFile.of(table);
        ColumnRoles.of(table).features(List.of());
    }
}
