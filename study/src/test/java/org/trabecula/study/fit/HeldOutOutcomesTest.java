package org.trabecula.study.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.Progress;
import org.trabecula.core.RandomStreams;
import org.trabecula.core.StageStore;
import org.trabecula.learn.Folds;
import org.trabecula.learn.Split;
import org.trabecula.learn.Training;
import org.trabecula.learn.model.ModelId;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.Outcome;
import org.trabecula.study.TableCohort;
import org.trabecula.study.folder.StudyJson;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.study.settings.StudyYaml;
import org.trabecula.table.FeatureTable;

/// Repeated cross-validation judges a fold by what never met its outcomes: with the same folds, other outcomes of a fold's own cases change
/// no score, probability, cut-off or clinical model of that fold, and those of every other fold.
class HeldOutOutcomesTest {
    private static final StudySettings QUICK =
            StudyYaml.parse("preset: robust\nclassifiers: [svm]\nlasso: {folds: 3}\ngrid_folds: 2\n", "test");
    private static final TableCohort COHORT = TableCohort.of(50, 8, 2, 3);
    private static final int FOLDS = 3;

    private static boolean[] outcomes() {
        boolean[] outcomes = new boolean[COHORT.cases().size()];
        for (int row = 0; row < outcomes.length; row++) {
            outcomes[row] = COHORT.cases().get(row).outcome().orElseThrow() == 1;
        }
        return outcomes;
    }

    private static Training training(boolean[] outcomes) {
        List<VertebraCase> cases = COHORT.cases();
        LabelledRows rows = new LabelledRows(
                cases.stream().map(VertebraCase::caseId).toList(), cases.stream().map(VertebraCase::patientId).toList(), Outcome.of(outcomes));
        return Split.trainOnly(rows).training(CentreColumns.beside(COHORT.data().raw(), cases));
    }

    private static int[] dealt() {
        Folds folds = Folds.stratifiedByPatient(training(outcomes()), FOLDS, new RandomStreams(5).stream("folds"));
        return IntStream.range(0, COHORT.cases().size()).map(folds.assignment()::foldOf).toArray();
    }

    private static CrossFitted fitted(boolean[] outcomes, int within) {
        Training raw = training(outcomes);
        FeatureTable patients = ClinicalColumns.of(COHORT.cases());
        CrossFit.Deal deal = new CrossFit.Deal(Folds.given(raw, dealt()), within, new RandomStreams(1));
        return new StudyFits(QUICK, new RandomStreams(1), Optional.empty(), StageStore.none(), 2, Progress.NONE)
                .crossFitted("folds", raw, deal, patients, SecondOutlines.NONE, Optional.empty());
    }

    private static boolean[] permuted(int fold) {
        boolean[] outcomes = outcomes();
        int[] folds = dealt();
        List<Integer> rows = IntStream.range(0, folds.length).filter(row -> folds[row] == fold).boxed().toList();
        List<Integer> others = new ArrayList<>(rows);
        Collections.shuffle(others, new Random(2));
        boolean[] moved = outcomes.clone();
        for (int at = 0; at < rows.size(); at++) {
            moved[rows.get(at)] = outcomes[others.get(at)];
        }
        assertThat(moved).isNotEqualTo(outcomes);
        return moved;
    }

    @Test
    void aFoldsOwnOutcomesChangeNothingThatItIsJudgedBy() {
        for (int within : new int[] {0, 3}) {
            CrossFitted before = fitted(outcomes(), within);
            for (int fold = 0; fold < FOLDS; fold++) {
                CrossFitted after = fitted(permuted(fold), within);
                for (int other = 0; other < FOLDS; other++) {
                    CrossFitted.Fold was = before.folds().get(other);
                    CrossFitted.Fold is = after.folds().get(other);
                    assertThat(is.held().ids()).isEqualTo(was.held().ids());
                    if (other == fold) {
                        assertThat(is.held().outcome()).isNotEqualTo(was.held().outcome());
                        assertThat(text(is)).as("fold " + fold).isEqualTo(text(was));
                        same(is.probabilities(), was.probabilities());
                    } else {
                        assertThat(text(is)).as("fold " + other + " learned from them").isNotEqualTo(text(was));
                    }
                }
            }
        }
    }

    private static void same(Map<ModelId, double[]> is, Map<ModelId, double[]> was) {
        assertThat(is.keySet()).isNotEmpty().isEqualTo(was.keySet());
        is.forEach((model, values) -> assertThat(values).as(model.label()).containsExactly(Objects.requireNonNull(was.get(model))));
    }

    private static String text(CrossFitted.Fold fold) {
        return StudyJson.text(fold.clinical()) + StudyJson.text(fold.cutoffs()) + StudyJson.text(fold.fit());
    }
}
