package org.trabecula.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.core.InputException;

class FeatureTableFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"t.csv", "t.csv.gz", "t.parquet"})
    void everyDoubleReadsBackToTheSameBits(String name) throws IOException {
        double[] hard = {0.1, 1.0 / 3, Double.MIN_VALUE, -0.0, 1e300, Double.NaN, Math.nextUp(1.0), 4_294_967_295.5};
        List<String> ids = List.of("a", "b", "c", "d", "e", "f", "g", "h, with \"quotes\"");
        FeatureTable table = new FeatureTable(
                ids, Map.of("level", List.of("L1", "L2", "L3", "", "T12", "x", "y", "z")), List.of("f"),
                new double[][] {hard});
        Path file = folder.resolve(name);

        FeatureTableFile.write(table, file);
        FeatureTable back = FeatureTableFile.read(file);

        assertThat(back.caseIds()).isEqualTo(ids);
        assertThat(back.texts()).isEqualTo(table.texts());
        assertThat(back.column("f")).usingComparatorWithPrecision(0.0).hasSize(8);
        for (int row = 0; row < hard.length; row++) {
            assertThat(Double.doubleToLongBits(back.column("f")[row])).isEqualTo(Double.doubleToLongBits(hard[row]));
        }
    }

    @Test
    void sameTableSameBytes() throws IOException {
        FeatureTable table = new FeatureTable(List.of("a"), List.of("f"), new double[][] {{1.5}});
        FeatureTableFile.write(table, folder.resolve("1.csv.gz"));
        FeatureTableFile.write(table, folder.resolve("2.csv.gz"));
        assertThat(Files.readAllBytes(folder.resolve("1.csv.gz"))).isEqualTo(Files.readAllBytes(folder.resolve("2.csv.gz")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"case_id;volume\na;1.5\n", "\ufeffcase_id,volume\r\na,1.5\r\n", "case_id\tvolume\na\t1.5"})
    void separatorsAndByteOrderMarksOfSpreadsheetsAreUnderstood(String text) throws IOException {
        FeatureTable table = FeatureTableFile.of(
                DelimitedText.read("t", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        assertThat(table.column("volume")).containsExactly(1.5);
        assertThat(table.caseIds()).containsExactly("a");
    }

    /// As PyRadiomics writes the results of a batch: the label is a number and no feature.
    @Test
    void columnsWithARoleAreTextWhateverTheyHold() throws IOException {
        FeatureTable table = FeatureTableFile.of(read("Image,Mask,Label,Age,diagnostics_n,f\nct,m,1,70,3,4\n"));
        assertThat(table.names()).containsExactly("f");
        assertThat(table.texts()).containsEntry("Label", List.of("1")).containsEntry("Age", List.of("70"));
    }

    @Test
    void aDecimalCommaIsNamedWithItsLine() {
        assertThatThrownBy(() -> read("case_id;age\na;1.5\nb;2,5\n").numbers("age"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("TAB-006")
                .hasMessageContaining("line 3")
                .hasMessageContaining("decimal points");
    }

    @Test
    void aMistypedColumnIsAnsweredWithTheNearest() {
        assertThatThrownBy(() -> read("case_id,outcome\na,1\n").column("outcom"))
                .hasMessageContaining("did you mean 'outcome'");
    }

    @Test
    void unevenRowsAndDoubleNamesAreRefused() {
        assertThatThrownBy(() -> read("case_id,x\na,1,2\n")).hasMessageContaining("TAB-004").hasMessageContaining("line 2");
        assertThatThrownBy(() -> read("x,x\n1,2\n")).hasMessageContaining("TAB-003");
        assertThatThrownBy(() -> FeatureTableFile.of(read("case_id,x\na,1\na,2\n"))).hasMessageContaining("TAB-007");
        assertThatThrownBy(() -> read("")).hasMessageContaining("TAB-002");
    }

    @Test
    void casesAreJoinedByIdNotByRow() {
        FeatureTable left = new FeatureTable(List.of("a", "b"), List.of("x"), new double[][] {{1, 2}});
        FeatureTable right = new FeatureTable(List.of("b", "a"), List.of("y"), new double[][] {{20, 10}});
        assertThat(left.beside(right).column("y")).containsExactly(10, 20);
        assertThatThrownBy(() -> left.beside(right.cases(List.of("a")))).hasMessageContaining("TAB-009");
    }

    private static TextTable read(String text) throws IOException {
        return DelimitedText.read("t.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
