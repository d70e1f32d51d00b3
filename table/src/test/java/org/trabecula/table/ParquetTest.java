package org.trabecula.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.core.InputException;

/// Parquet written by [ParquetWriter] and read back by an independent reader, and a file that another program wrote.
class ParquetTest {
    @TempDir
    Path folder;

    /// 1,648 columns and a number of rows that fills no group of eight, with every third value of every fifth column missing.
    @Test
    void aWideTableReadsBackToTheSameValues() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        int rows = 21;
        double[][] columns = new double[1648][rows];
        for (int column = 0; column < columns.length; column++) {
            for (int row = 0; row < rows; row++) {
                boolean missing = column % 5 == 0 && row % 3 == 0;
                columns[column][row] = missing ? Double.NaN : random.nextDouble(-1e9, 1e9);
            }
        }
        Map<String, List<String>> texts = new LinkedHashMap<>();
        texts.put("diagnostics_Versions", Collections.nCopies(rows, "{'a': 'ä, \"b\"'}"));
        texts.put("level", IntStream.range(0, rows).mapToObj(n -> n % 4 == 0 ? "" : "L" + n).toList());
        FeatureTable table = new FeatureTable(
                IntStream.range(0, rows).mapToObj(n -> "case " + n).toList(), texts,
                IntStream.range(0, columns.length).mapToObj(n -> "feature_" + n).toList(), columns);

        FeatureTableFile.write(table, folder.resolve("t.parquet"));
        FeatureTable back = FeatureTableFile.read(folder.resolve("t.parquet"));

        assertThat(back.caseIds()).isEqualTo(table.caseIds());
        assertThat(back.texts()).isEqualTo(table.texts());
        assertThat(back.names()).isEqualTo(table.names());
        for (int column = 0; column < columns.length; column++) {
            assertThat(back.column(column)).isEqualTo(columns[column]);
        }
    }

    @Test
    void equalTablesGiveEqualBytes() throws IOException {
        FeatureTable table = new FeatureTable(List.of("a", "b"), List.of("f"), new double[][] {{1, Double.NaN}});
        FeatureTableFile.write(table, folder.resolve("1.parquet"));
        FeatureTableFile.write(table, folder.resolve("2.parquet"));
        assertThat(folder.resolve("1.parquet")).hasSameBinaryContentAs(folder.resolve("2.parquet"));
    }

    /// Made by DuckDB: packed with snappy, dictionaries, nulls, whole numbers of 32 and 64 bits, truth values, text.
    @Test
    void aFileOfAnotherProgramIsRead() throws Exception {
        Path file = Path.of(Objects.requireNonNull(ParquetTest.class.getResource("/parquet/duckdb.parquet")).toURI());
        FeatureTable table = FeatureTableFile.read(file);
        assertThat(table.caseIds()).containsExactly("c0", "c1", "c2", "c3", "c4");
        assertThat(table.names()).containsExactly("long", "acute", "value", "small");
        assertThat(table.column("long")).containsExactly(0, 1e10, 2e10, 3e10, 4e10);
        assertThat(table.column("acute")).containsExactly(0, 1, 0, 1, 0);
        assertThat(table.column("value")).containsExactly(0, 1.0 / 3, Double.NaN, 1, 4.0 / 3);
        assertThat(table.column("small")).containsExactly(0, 0.1, 0.2, 0.3, 0.4);
        assertThat(table.texts()).containsOnly(
                Map.entry("label", List.of("20", "21", "22", "23", "24")), Map.entry("level", List.of("L", "T", "L", "", "L")));
    }

    @Test
    void whatIsNotParquetIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.parquet"), "case_id,f\na,1\nb,2\n");
        Path torn = folder.resolve("torn.parquet");
        FeatureTableFile.write(new FeatureTable(List.of("a"), List.of("f"), new double[][] {{1}}), torn);
        byte[] whole = Files.readAllBytes(torn);
        whole[whole.length - 30] ^= 0x55;
        Files.write(torn, whole);
        for (Path file : List.of(text, torn, folder.resolve("none.parquet"), folder)) {
            assertThatThrownBy(() -> FeatureTableFile.read(file.equals(folder) ? folder.resolve(".parquet") : file))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("TAB-001");
        }
    }

    /// The library reads structures where the schema's lists must have them, and does not ask whether they are.
    @Test
    void aListOfAnotherTypeThanParquetsOrWithMoreElementsThanBytesIsRefused() {
        byte[] numbers = {0x29, 0x15, 2, 0}; // the schema, a list of one number
        byte[] beyond = {0x19, (byte) 0xF5, -127, -128, -128, -128, -128, -128, -128, -128, -128, 1, 2, 0}; // 2^63 + 1 numbers
        Map.of(numbers, "a list of another type", beyond, "ends too early").forEach((footer, said) -> {
            ByteBuffer file = ByteBuffer.allocate(4 + footer.length + 8).order(ByteOrder.LITTLE_ENDIAN);
            file.put("PAR1".getBytes(StandardCharsets.US_ASCII)).put(footer).putInt(footer.length).put("PAR1".getBytes(StandardCharsets.US_ASCII));
            Path hostile = folder.resolve("hostile.parquet");
            assertThatThrownBy(() -> FeatureTableFile.read(Files.write(hostile, file.array()))).isInstanceOf(InputException.class).hasMessageContaining(said);
        });
    }

    /// The library that reads footers takes no byte for a truth value in a list where Thrift has one, and from there on finds other lengths than are
    /// there: 102 such bytes had it ask for half a gigabyte.
    @Test
    void aListOfTruthValuesInAFooterIsRefused() throws IOException {
        byte[] footer = {0x19, 0x21, 1, 1, 0}; // a field with a list of two truth values, and the end
        ByteBuffer file = ByteBuffer.allocate(4 + footer.length + 8).order(ByteOrder.LITTLE_ENDIAN);
        file.put("PAR1".getBytes(StandardCharsets.US_ASCII)).put(footer).putInt(footer.length).put("PAR1".getBytes(StandardCharsets.US_ASCII));
        Path hostile = Files.write(folder.resolve("hostile.parquet"), file.array());
        assertThatThrownBy(() -> FeatureTableFile.read(hostile))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("TAB-001")
                .hasMessageContaining("a list of truth values");
    }
}
