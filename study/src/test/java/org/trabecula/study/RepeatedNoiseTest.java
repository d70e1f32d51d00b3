package org.trabecula.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.core.Progress;
import org.trabecula.evaluation.Scores;
import org.trabecula.evaluation.repeated.RepeatedModel;
import org.trabecula.evaluation.repeated.Repetition;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.input.StudyData;
import org.trabecula.study.result.RepeatedStudy;
import org.trabecula.study.result.StudyResult;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.study.settings.StudyYaml;
import org.trabecula.testkit.MeanAuc;

/// The preset `robust` on random tables with age and sex: nothing tells the classes apart, and every number that it prints says so.
class RepeatedNoiseTest {
    private static final StudySettings QUICK = StudyYaml.parse(
            "preset: robust\nclassifiers: [svm]\nlasso: {folds: 3}\ngrid_folds: 2\ncrossfit: 3\nrepeated: {times: 2, folds: 3}\n", "test");
    private static final int PATIENTS = 60;
    private static final int FEATURES = 20;
    private static final int SEEDS = 10;

    @TempDir
    Path folder;

    private StudyResult study(double effect, long seed) throws IOException {
        StudySettings settings = QUICK.withSeed(seed);
        TableCohort cohort = TableCohort.of(PATIENTS, FEATURES, effect, seed);
        StudyData data = new TableCohort(cohort.withoutSplit(), cohort.columns()).data();
        try (RunFolder run = RunFolder.open(folder, settings, "test", true)) {
            return new Protocol(settings, run, folder, 2, Progress.NONE).learn(data);
        }
    }

    /// Two standard errors, as [NoiseTest] argues.
    @Test
    void everyPrintedAreaOfNoiseIsChance() throws IOException {
        Map<String, List<Double>> printed = new TreeMap<>();
        int without = 0;
        int models = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            StudyResult result = study(0, seed);
            assertThat(result.split().test().isEmpty()).isTrue();
            assertThat(result.evaluation().rows()).noneMatch(row -> row.kind() == Scores.Kind.TEST);
            for (RepeatedModel model : result.repeated().orElseThrow().evaluation().models()) {
                models++;
                without += model.withModel() == 0 ? 1 : 0;
                model.mean().ifPresent(mean -> {
                    printed.computeIfAbsent(model.model(), _ -> new ArrayList<>()).add(mean.auc());
                    printed.computeIfAbsent(model.model() + " within folds", _ -> new ArrayList<>())
                            .add(model.spread(Repetition::withinFolds).mean());
                });
            }
        }
        assertThat(printed.keySet()).contains("hcr", "age-sex", "nomogram");
        printed.forEach((row, aucs) -> {
            MeanAuc mean = MeanAuc.of(aucs.stream().mapToDouble(auc -> auc).toArray());
            if (aucs.size() > 3) {
                assertThat(mean.standardErrorsFromOneHalf()).as(row + ": " + mean).isBetween(-2.0, 2.0);
            }
        });
        assertThat(models).isEqualTo(3 * SEEDS);
        assertThat(without).as("models usable in no repetition").isPositive();
    }

    @Test
    void aSignalIsFoundAndSelectedStably() throws IOException {
        StudyResult result = study(1.6, 1);
        RepeatedStudy repeated = result.repeated().orElseThrow();
        RepeatedModel hcr = repeated.evaluation().models().getFirst();
        assertThat(hcr.withModel()).isEqualTo(2);
        assertThat(hcr.mean().orElseThrow().lower()).isGreaterThan(0.6);
        RepeatedStudy.Selections selections = repeated.selections().values().iterator().next();
        assertThat(selections.stability().selections()).isEqualTo(2 * 3);
        assertThat(selections.stability().stability()).isGreaterThan(0.2);
        int[] counts = selections.stability().counts();
        assertThat(counts[0] + counts[1] + counts[2] + counts[3]).as("the carriers").isGreaterThan(counts[10] + counts[11] + counts[12] + counts[13]);
    }

    /// The first repetition is the study's own cross-fitting where the folds are as many.
    @Test
    void theFirstRepetitionIsTheStudysOwn() throws IOException {
        StudyResult result = study(1.6, 2);
        double own = result.evaluation().rows().stream()
                .filter(row -> row.kind() == Scores.Kind.CROSSFIT && row.model().equals("hcr"))
                .findFirst()
                .orElseThrow()
                .auc()
                .auc();
        List<Repetition> repetitions = result.repeated().orElseThrow().evaluation().models().getFirst().repetitions();
        assertThat(repetitions.getFirst().auc()).isEqualTo(own);
        assertThat(repetitions.get(1).auc()).as("dealt anew").isNotEqualTo(own);
    }
}
