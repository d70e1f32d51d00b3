package org.trabecula.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.cohort.Part;
import org.trabecula.core.Progress;
import org.trabecula.study.bundle.Bundle;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.folder.StudyJson;
import org.trabecula.study.result.StudyResult;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.study.settings.StudyYaml;

/// The protocol's proof by invariance and by canary. What was fitted is compared as its JSON, byte for byte.
class NothingLeaksTest {
    private static final StudySettings QUICK = StudyYaml.parse("classifiers: [svm, knn, cart]\nlasso: {folds: 4}\ngrid_folds: 3\ncrossfit: 3\n", "test");
    private static final int PATIENTS = 60;
    private static final int FEATURES = 24;

    @TempDir
    Path folder;

    private StudyResult study(TableCohort cohort) throws IOException {
        try (RunFolder run = RunFolder.open(folder, QUICK, "test", true)) {
            return new Protocol(QUICK, run, folder, 2, Progress.NONE).learn(cohort.data());
        }
    }

    /// Steps, signatures, classifiers, those that were not chosen, calibration, nomogram, cut-offs and the training summary.
    private static String fitted(StudyResult result) {
        return StudyJson.text(result.fitted()) + StudyJson.text(result.supplement().contenders()) + StudyJson.text(Bundle.of(result).model());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void otherTestCasesChangeNothingThatWasFitted(long seed) throws IOException {
        TableCohort cohort = TableCohort.of(PATIENTS, FEATURES, 1, seed);
        TableCohort others = cohort.withOthers(Part.TEST, seed + 100);
        StudyResult before = study(cohort);
        StudyResult after = study(others);
        assertThat(fitted(after)).isEqualTo(fitted(before));
        assertThat(after.evaluation()).as("the change must be one").isNotEqualTo(before.evaluation());
    }

    @Test
    void anotherTrainingCaseChangesTheFit() throws IOException {
        TableCohort cohort = TableCohort.of(PATIENTS, FEATURES, 1, 1);
        double[] carrier = cohort.columns()[0].clone();
        carrier[0] = -carrier[0];
        assertThat(cohort.isTest(0)).isFalse();
        assertThat(fitted(study(cohort.withFeature(0, carrier)))).isNotEqualTo(fitted(study(cohort)));
    }

    /// Here the split is drawn, so a look at features while splitting would show as well.
    @Test
    void otherFeaturesOfCasesThatWereDrawnForTheTestChangeNothing() throws IOException {
        TableCohort given = TableCohort.of(PATIENTS, FEATURES, 1, 4);
        TableCohort cohort = new TableCohort(given.withoutSplit(), given.columns());
        StudyResult before = study(cohort);
        TableCohort others = cohort;
        SplittableRandom random = new SplittableRandom(5);
        for (int feature = 0; feature < FEATURES; feature++) {
            double[] values = cohort.columns()[feature].clone();
            for (String test : before.split().test().ids()) {
                values[cohort.rowOf(test)] = 50 * random.nextGaussian();
            }
            others = others.withFeature(feature, values);
        }
        StudyResult after = study(others);
        assertThat(after.split().test()).isEqualTo(before.split().test());
        assertThat(after.split().test().size()).isGreaterThan(5);
        assertThat(fitted(after)).isEqualTo(fitted(before));
    }

    /// The canary has one value in all training cases: whoever looked at the test cases would see a perfect feature.
    @Test
    void aFeatureThatIsTheOutcomeInTestCasesOnlyIsNeverSelected() throws IOException {
        for (long seed = 1; seed <= 5; seed++) {
            TableCohort cohort = TableCohort.of(PATIENTS, FEATURES, 1, seed);
            int canary = FEATURES - 1;
            double[] values = new double[cohort.cases().size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = cohort.isTest(row) ? cohort.outcome(row) : 0.5;
            }
            StudyResult result = study(cohort.withFeature(canary, values));
            assertThat(result.fitted().hcr().signature().names()).isNotEmpty().doesNotContain("f" + canary);
        }
    }

    /// This canary is noise among training cases. Chance may select it, knowledge of the test cases may not.
    @Test
    void aNoisyCanaryIsTreatedAsItsNoiseDeserves() throws IOException {
        for (long seed = 1; seed <= 5; seed++) {
            TableCohort cohort = TableCohort.of(PATIENTS, FEATURES, 0.5, seed);
            int canary = FEATURES - 1;
            double[] values = cohort.columns()[canary].clone();
            for (int row = 0; row < values.length; row++) {
                values[row] = cohort.isTest(row) ? cohort.outcome(row) : values[row];
            }
            assertThat(fitted(study(cohort.withFeature(canary, values)))).isEqualTo(fitted(study(cohort)));
        }
    }
}
