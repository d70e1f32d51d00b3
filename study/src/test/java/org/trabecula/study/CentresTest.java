package org.trabecula.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cohort.Part;
import org.trabecula.cohort.Patient;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.Progress;
import org.trabecula.learn.Split;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.result.CentreEvaluation;
import org.trabecula.study.result.LearningCurve;
import org.trabecula.study.result.RepeatedStudy;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.study.settings.StudyYaml;

/// Centres held out (B6): by the split, and one after the other.
class CentresTest {
    private static final TableCohort COHORT = TableCohort.of(66, 12, 2, 1);

    @TempDir
    Path folder;

    /// @param centres in turn, patient by patient
    private static List<VertebraCase> cases(TableCohort cohort, String... centres) {
        List<VertebraCase> cases = new ArrayList<>();
        for (VertebraCase one : cohort.cases()) {
            int patient = Integer.parseInt(one.patientId().substring(1));
            cases.add(one.withPatient(new Patient(one.ageYears(), one.sex(), centres[patient % centres.length]))
                    .withUse(one.use().withPart(Part.NOT_GIVEN)));
        }
        return cases;
    }

    private static Split split(List<VertebraCase> cases, String yaml) {
        return Splitting.of(cases, StudyYaml.parse(yaml, "test").split(), new SplittableRandom(1));
    }

    @Test
    void aCentreTestsWithAllItsCases() {
        List<VertebraCase> cases = cases(COHORT, "A", "B", "C");
        Split split = split(cases, "split: {by: centre, test: [B]}");
        assertThat(split.test().ids())
                .containsExactlyElementsOf(cases.stream().filter(c -> c.centre().equals("B")).map(VertebraCase::caseId).toList());
        assertThat(split.train().size() + split.test().size()).isEqualTo(cases.size());
        assertThatThrownBy(() -> split(cases, "split: {by: centre, test: [D]}"))
                .hasMessageContaining("STU-016")
                .hasMessageContaining("one of: A, B, C");
    }

    @Test
    void aPatientOfTwoCentresIsRefused() {
        List<VertebraCase> cases = cases(COHORT, "A", "B", "C");
        VertebraCase second = cases.get(2); // P001-1, whose sibling is of centre B
        assertThat(second.patientId()).isEqualTo("P001");
        cases.set(2, second.withPatient(new Patient(second.ageYears(), second.sex(), "A")));
        assertThatThrownBy(() -> split(cases, "split: {by: centre, test: [B]}"))
                .hasMessageContaining("SPL-001")
                .hasMessageContaining("column centre");
    }

    private RepeatedStudy repeated(TableCohort cohort, List<VertebraCase> cases) throws IOException {
        StudySettings settings = StudyYaml.parse(
                "preset: robust\nclassifiers: [svm]\nlasso: {folds: 3}\ngrid_folds: 2\ncrossfit: 3\nrepeated: {times: 1, folds: 3}\n"
                        + "learning_curve: {shares: [0.4, 0.7], times: 1}\n",
                "test");
        try (RunFolder run = RunFolder.open(folder, settings, "test", true)) {
            return new Protocol(settings, run, folder, 2, Progress.NONE)
                    .learn(new TableCohort(cases, cohort.columns()).data())
                    .repeated()
                    .orElseThrow();
        }
    }

    @Test
    void everyCentreIsJudgedByTheOthers() throws IOException {
        List<VertebraCase> cases = cases(COHORT, "A", "B", "C");
        RepeatedStudy repeated = repeated(COHORT, cases);
        List<CentreEvaluation.Row> hcr = repeated.centres().rows().stream().filter(row -> row.model().equals("hcr")).toList();
        assertThat(hcr).extracting(CentreEvaluation.Row::centre).containsExactly("A", "B", "C");
        assertThat(hcr).allSatisfy(row -> assertThat(row.auc().orElseThrow().auc()).isGreaterThan(0.7));
        assertThat(hcr.stream().mapToInt(CentreEvaluation.Row::n).sum()).isEqualTo(cases.size());
        List<LearningCurve.Point> points = repeated.learningCurve().orElseThrow().points();
        assertThat(points).extracting(LearningCurve.Point::share).containsExactly(0.4, 0.7, 1.0);
        assertThat(points).allSatisfy(point -> assertThat(point.folds()).isEqualTo(3));
        assertThat(points.getFirst().patients()).isLessThan(points.getLast().patients() / 2);
        assertThat(points.getLast().mean()).as("all patients").isGreaterThan(0.7);
    }

    @Test
    void whereItCannotBeDoneItIsSaid() throws IOException {
        RepeatedStudy none = repeated(COHORT, cases(COHORT, ""));
        assertThat(none.centres().rows()).isEmpty();
        assertThat(none.centres().why()).isEqualTo("no centre is named");
        assertThat(repeated(COHORT, cases(COHORT, "A")).centres().why()).contains("fewer than two centres");
    }
}
