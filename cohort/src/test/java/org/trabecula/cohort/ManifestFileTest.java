package org.trabecula.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestFileTest {
    @TempDir
    Path folder;

    @Test
    void readsCasesWithPathsRelativeToTheManifest() throws IOException {
        Files.createDirectories(folder.resolve("ct"));
        Files.writeString(folder.resolve("ct/a.nii"), "");
        Cohort cohort = read("case_id,patient_id,image,outcome,age,sex,level,note\na-L1,a,ct/a.nii,acute,71.5,F,L1,x\nb-L2,b,,chronic,,m,L2,\n");

        VertebraCase first = cohort.cases().getFirst();
        assertThat(first.image()).contains(folder.toAbsolutePath().resolve("ct/a.nii"));
        assertThat(first.outcome()).hasValue(1);
        assertThat(first.ageYears()).isEqualTo(71.5);
        assertThat(first.sex()).isEqualTo(Sex.FEMALE);
        assertThat(first.extra()).containsEntry("note", "x");
        VertebraCase second = cohort.cases().getLast();
        assertThat(second.outcome()).hasValue(0);
        assertThat(second.ageYears()).isNaN();
        assertThat(second.sex()).isEqualTo(Sex.MALE);
        assertThat(cohort.notes()).isEmpty();
    }

    @Test
    void allProblemsAreToldAtOnceWithTheirLines() {
        assertThatThrownBy(() -> read("case_id,image,outcome,age,sex,split\na,no.nii,2,old,1,both\na,,,,,\n,,,,,\n"))
                .hasMessageContaining("COH-004")
                .hasMessageContaining("COH-005")
                .hasMessageContaining("COH-006")
                .hasMessageContaining("COH-007")
                .hasMessageContaining("COH-008")
                .hasMessageContaining("COH-003")
                .hasMessageContaining("COH-002")
                .hasMessageContaining("line 2")
                .hasMessageContaining("as in line 2");
    }

    @Test
    void namesOfClassesNeedAPositiveOne() {
        String table = "case_id,outcome\na,fresh\nb,old\n";
        assertThatThrownBy(() -> read(table)).hasMessageContaining("COH-005").hasMessageContaining("--positive");
        Cohort cohort = ManifestFile.read(write(table), Optional.of("fresh"));
        assertThat(cohort.cases().get(0).outcome()).hasValue(1);
        assertThat(cohort.cases().get(1).outcome()).hasValue(0);
    }

    @Test
    void exclusionsAreCountedByReason() {
        Flow flow = Flow.of(read("case_id,patient_id,exclude\na,p,\nb,p,metal\nc,q,metal\nd,r,infection\ne,s,\n"));
        assertThat(flow.eligible()).isEqualTo(5);
        assertThat(flow.excluded()).containsExactly(java.util.Map.entry("metal", 2), java.util.Map.entry("infection", 1));
        assertThat(flow.included()).isEqualTo(2);
        assertThat(flow.patients()).isEqualTo(2);
    }

    private Cohort read(String text) {
        return ManifestFile.read(write(text), Optional.empty());
    }

    private Path write(String text) {
        try {
            return Files.writeString(folder.resolve("cases.csv"), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
