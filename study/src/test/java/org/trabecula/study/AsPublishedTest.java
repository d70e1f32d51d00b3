package org.trabecula.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cohort.CaseUse;
import org.trabecula.cohort.Part;
import org.trabecula.core.Progress;
import org.trabecula.evaluation.Scores;
import org.trabecula.study.bundle.Bundle;
import org.trabecula.study.predict.Predictor;
import org.trabecula.study.result.StudyResult;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.study.settings.StudyYaml;

/// The preset that does what the published numbers imply, and says on every product that it does not hold for new patients.
class AsPublishedTest {
    private static final StudySettings PUBLISHED = StudyYaml.parse("preset: as-published\nclassifiers: [svm]\ngrid_folds: 2\n", "test");
    private static final String MARK = "Not valid for new patients";

    @TempDir
    Path folder;

    /// No split given: it is the settings' turn.
    private static TableCohort cohort() {
        TableCohort given = TableCohort.of(60, 8, 1.5, 3);
        return new TableCohort(
                given.cases().stream().map(c -> c.withUse(CaseUse.of(c.outcome().orElseThrow(), Part.NOT_GIVEN))).toList(), given.columns());
    }

    @Test
    void vertebraeAreSplitAndEveryProductIsMarked() throws IOException {
        Path run = folder.resolve("run");
        StudyResult result = new Study(PUBLISHED, folder, run, false, 2, Progress.NONE, "test", List.of()).run(cohort().data());

        Set<String> onBothSides = new HashSet<>(result.split().train().patients());
        onBothSides.retainAll(result.split().test().patients());
        assertThat(onBothSides).isNotEmpty();
        assertThat(result.evaluation().rows()).extracting(row -> row.kind()).doesNotContain(Scores.Kind.CROSSFIT);
        assertThat(Files.readString(run.resolve("report.html"))).contains(MARK + ". Not a medical device", MARK + ": these settings");
        assertThat(Files.readString(run.resolve("run.json"))).contains("\"not_for_new_patients\" : \"" + MARK);
        Bundle bundle = Bundle.read(run.resolve("model.trabecula"));
        assertThat(new Predictor(bundle).predict(cohort().data()).predictions())
                .allSatisfy(one -> assertThat(one.warnings()).anyMatch(warning -> warning.contains("not valid for new patients")));
    }

    @Test
    void theSoundPresetIsNotMarked() throws IOException {
        Path run = folder.resolve("run");
        StudySettings sound = StudyYaml.parse("classifiers: [svm]\ngrid_folds: 2\nlasso: {folds: 3}\ncrossfit: 0\n", "test");
        new Study(sound, folder, run, false, 2, Progress.NONE, "test", List.of()).run(cohort().data());
        assertThat(Files.readString(run.resolve("report.html"))).doesNotContain(MARK);
        assertThat(Files.readString(run.resolve("run.json"))).contains("\"not_for_new_patients\" : null");
    }
}
