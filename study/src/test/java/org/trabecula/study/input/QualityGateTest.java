package org.trabecula.study.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.Flow;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.Progress;
import org.trabecula.study.ImageCohort;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.folder.Stopwatch;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.study.settings.StudyYaml;

/// Warnings of the quality checks become exclusions where the settings say so, of training and test cases alike, before anything is
/// measured.
class QualityGateTest {
    private static final int CASES = 24;
    private static final int TRAINING = 3;
    private static final int TEST = 5;

    @TempDir
    Path folder;

    @BeforeEach
    void twoWithScrews() throws IOException {
        ImageCohort images = ImageCohort.write(folder, CASES);
        images.putScrewInto(TRAINING);
        images.putScrewInto(TEST);
        assertThat(ImageCohort.isTest(TEST)).isTrue();
        assertThat(ImageCohort.isTest(TRAINING)).isFalse();
    }

    private Cohort manifest() throws IOException {
        return new ImageCohort(folder, CASES).manifest();
    }

    private StudyData read(String run, String excludeOn, Cohort cohort, List<String> said) throws IOException {
        StudySettings settings = StudyYaml.parse("features: original\ncrop: {size: 16}\nexclude_on: " + excludeOn + "\n", "test");
        Progress progress = new Progress() {
            @Override
            public void stage(String name, int items) {
                said.add(name);
            }

            @Override
            public void done(String item) {}

            @Override
            public void note(String message) {
                said.add(message);
            }
        };
        try (RunFolder opened = RunFolder.open(folder.resolve(run), settings, "test", true)) {
            return new StudyInputs(settings, opened, 2, progress).read(cohort, new Stopwatch());
        }
    }

    @Test
    void nothingIsLeftOutUnlessAsked() throws IOException {
        List<String> said = new ArrayList<>();
        StudyData data = read("run", "[]", manifest(), said);
        assertThat(data.cohort().included()).hasSize(CASES);
        assertThat(data.findings().orElseThrow()).extracting(one -> one.caseId() + " " + one.check().key()).containsExactly("c3 metal", "c5 metal");
        assertThat(said).contains("CHK-008, there is metal in the region or beside it: 2 cases (c3, c5); see checks.csv");
        assertThat(Files.readString(folder.resolve("run/checks.csv"))).contains("c3,p3,,metal,CHK-008,").contains(",no").doesNotContain(",yes");
    }

    @Test
    void namedWarningsExcludeTrainingAndTestCasesBeforeTheyAreMeasured() throws IOException {
        List<String> said = new ArrayList<>();
        StudyData data = read("run", "[slice-gaps, metal]", manifest(), said);
        assertThat(data.cohort().included()).extracting(VertebraCase::caseId).hasSize(CASES - 2).doesNotContain("c3", "c5");
        assertThat(Flow.of(data.cohort()).excluded()).containsOnlyKeys("metal (automatic check)").containsValue(new Flow.Excluded(2, 2));
        assertThat(data.raw().hasCase("c3")).isFalse();
        assertThat(data.crops().orElseThrow().all()).doesNotContainKeys("c3", "c5");
        assertThat(said).anyMatch(one -> one.endsWith("see checks.csv; left out"));
        assertThat(said.indexOf("checking regions")).isBetween(0, said.indexOf("features") - 1);
        assertThat(Files.readString(folder.resolve("run/checks.csv"))).contains(",yes").doesNotContain(",no");
    }

    /// The reason is that of the first check that the list names, however many warn.
    @Test
    void aCaseIsCountedOnce() throws IOException {
        Cohort one = manifest();
        List<VertebraCase> asL1 = one.cases().stream().map(c -> c.caseId().equals("c3") ? c.withLevel("L5") : c).toList();
        Cohort cohort = new Cohort(one.source(), asL1, one.classes(), one.notes()); // 3.2 cm³ are no L5
        assertThat(Flow.of(read("a", "[volume-out-of-range, metal]", cohort, new ArrayList<>()).cohort()).excluded())
                .containsOnlyKeys("volume out of range (automatic check)", "metal (automatic check)");
        assertThat(Flow.of(read("b", "[metal, volume-out-of-range]", cohort, new ArrayList<>()).cohort()).excluded())
                .containsOnlyKeys("metal (automatic check)");
    }

    /// Other outcomes, the same exclusions.
    @Test
    void noOutcomeIsLookedAt() throws IOException {
        Cohort one = manifest();
        List<VertebraCase> turned = one.cases().stream()
                .map(c -> c.withUse(org.trabecula.cohort.CaseUse.of(1 - c.outcome().orElseThrow(), c.part())))
                .toList();
        Cohort other = new Cohort(one.source(), turned, one.classes(), one.notes());
        assertThat(read("a", "[metal]", one, new ArrayList<>()).cohort().included()).extracting(VertebraCase::caseId)
                .isEqualTo(read("b", "[metal]", other, new ArrayList<>()).cohort().included().stream().map(VertebraCase::caseId).toList());
    }
}
