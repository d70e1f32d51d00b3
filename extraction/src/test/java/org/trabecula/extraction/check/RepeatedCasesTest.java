package org.trabecula.extraction.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.ManifestFile;
import org.trabecula.core.Problem;

/// Which rows of a manifest are told to be one vertebra, or one scan.
class RepeatedCasesTest {
    private static final String HEADER = "case_id,patient_id,image,mask,label,level,outcome\n";

    @TempDir
    Path folder;

    @BeforeEach
    void scans() throws IOException {
        Files.writeString(folder.resolve("a.nii"), "scan A");
        Files.writeString(folder.resolve("a-copy.nii"), "scan A");
        Files.writeString(folder.resolve("b.nii"), "scan B");
        Files.writeString(folder.resolve("m.nii"), "mask 1");
        Files.writeString(folder.resolve("m-copy.nii"), "mask 1");
        Files.writeString(folder.resolve("n.nii"), "mask 2");
    }

    /// Rows are separated by `/`; codes come in the order in which they are told.
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            two vertebrae of a scan            | p,a.nii,m.nii,1,L1,1 / p,a.nii,m.nii,2,L2,0          |
            two patients                       | p,a.nii,m.nii,1,L1,1 / q,b.nii,m.nii,1,L1,0          |
            follow-up of a level               | p,a.nii,m.nii,1,L1,1 / p,b.nii,n.nii,1,L1,0          |
            levels not given                   | p,a.nii,m.nii,1,,1 / p,a.nii,n.nii,1,,0              |
            the same row twice                 | p,a.nii,m.nii,1,L1,1 / p,a.nii,m.nii,1,L1,1          | CHK-002
            under a copy of the files          | p,a.nii,m.nii,1,,1 / p,a-copy.nii,m-copy.nii,1,,1    | CHK-002
            another mask, the same level       | p,a.nii,m.nii,1,L1,1 / p,a.nii,n.nii,1,L1,1          |
            the only label of a mask           | p,a.nii,m.nii,,,1 / p,a.nii,m.nii,,,1                | CHK-002
            two outcomes                       | p,a.nii,m.nii,1,L1,1 / p,a.nii,m.nii,1,L1,0          | CHK-003
            two outcomes of a level            | p,a.nii,m.nii,1,L1,1 / p,a.nii,n.nii,9,L1,0          | CHK-003
            one outcome is not known           | p,a.nii,m.nii,1,L1,1 / p,a.nii,m.nii,1,L1,           | CHK-002
            three patients, two outcomes       | p,a.nii,m.nii,1,,1 / q,a.nii,m.nii,1,,0 / r,a.nii,m.nii,1,,1  | CHK-004 CHK-003
            two patients, two vertebrae        | p,a.nii,m.nii,1,L1,1 / q,a-copy.nii,m.nii,2,L2,0     | CHK-004
            excluded rows do not count         | p,a.nii,m.nii,1,L1,1 / p,,,1,L1,0                    |
            """)
    void oneVertebraOrScanInSeveralRows(String what, String rows, String codes) {
        List<Problem> problems = problems(rows);
        assertThat(problems).extracting(p -> p.code().code())
                .as(what)
                .containsExactlyElementsOf(codes == null ? List.of() : Arrays.asList(codes.split(" ")));
    }

    @Test
    void rowsAreNamedWithTheirLines() {
        Problem problem = problems("p,a.nii,m.nii,1,L1,1 / q,b.nii,m.nii,1,L1,1 / p,a-copy.nii,m.nii,1,L1,0").getFirst();
        assertThat(problem.where()).contains("case c0 (line 2), case c2 (line 4)");
        assertThat(problem.found()).contains("a.nii and a-copy.nii hold the same bytes", "label 1, level L1", "outcomes 1, 0");
    }

    private List<Problem> problems(String rows) {
        StringBuilder table = new StringBuilder(HEADER);
        String[] lines = rows.split(" / ");
        for (int row = 0; row < lines.length; row++) {
            table.append("c").append(row).append(',').append(lines[row]).append('\n');
        }
        try {
            Cohort cohort = ManifestFile.read(Files.writeString(folder.resolve("cases.csv"), table), Optional.empty());
            return RepeatedCases.of("cases.csv", cohort.included());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
