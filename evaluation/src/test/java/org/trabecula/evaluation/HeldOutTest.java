package org.trabecula.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trabecula.core.RandomStreams;
import org.trabecula.evaluation.document.EvaluationTables;
import org.trabecula.evaluation.document.StudyDocument;
import org.trabecula.stats.roc.Confusion;
import org.trabecula.stats.roc.Cutoff;
import org.trabecula.stats.roc.Direction;

/// Cross-fitted scores: every fold is called at its own cut-off, and has an area of its own.
class HeldOutTest {
    private static final double[] OUTCOMES = {1, 0, 1, 0, 1, 0, 1, 0};
    private static final double[] SCORES = {0.9, 0.8, 0.7, 0.6, 0.3, 0.4, 0.2, 0.1};
    private static final int[] FOLDS = {0, 0, 0, 0, 1, 1, 1, 1};

    private static Cutoff at(double threshold) {
        return new Cutoff("youden", threshold, Direction.CASES_HIGHER, 1, 1);
    }

    private static Scores crossfit(String model, HeldOut how) {
        Scores made = Made.of(model, false, OUTCOMES, SCORES);
        return new Scores(model, Scores.Part.TRAIN, Scores.Kind.CROSSFIT, made.rows(), SCORES, Optional.of(how));
    }

    private static Evaluation evaluation(Scores... scores) {
        return new Evaluator(Made.settings(0, Optional.empty()), Map.of(), new RandomStreams(1), 1).evaluate(List.of(scores));
    }

    private final HeldOut how =
            new HeldOut(FOLDS, List.of(Map.of("youden", at(0.65)), Map.of("youden", at(0.15)), Map.of()), 3);

    /// By hand. At 0.65 fold 0 calls 0.9, 0.8, 0.7: two cases, one control; at 0.15 fold 1 calls 0.3, 0.4, 0.2: two and one.
    @Test
    void everyFoldIsCalledAtItsOwnCutOff() {
        Evaluation.Row row = evaluation(crossfit("m", how)).rows().getFirst();
        assertThat(row.confusion()).isEqualTo(new Confusion(4, 2, 0, 2));
        assertThat(row.cutoff().threshold()).isNaN();
        assertThat(Objects.requireNonNull(row.operating().get("youden")).byFold()).containsExactly(0.65, 0.15, Double.NaN);
    }

    /// Of four pairs the cases of each fold win three and two; over all folds they win 9 of 16.
    @Test
    void theAreasWithinFoldsStandBesideTheWholeOne() {
        Evaluation.Row row = evaluation(crossfit("m", how)).rows().getFirst();
        WithinFolds areas = row.withinFolds().orElseThrow();
        assertThat(areas.areas()).containsExactly(0.75, 0.5, Double.NaN);
        assertThat(areas.mean()).isCloseTo(0.625, within(1e-15));
        assertThat(areas.defined()).isEqualTo(2);
        assertThat(row.plain().auc()).isCloseTo(9.0 / 16, within(1e-15));
    }

    /// The second model calls everybody negative, so it is wrong on the four cases and right on the four controls.
    @Test
    void modelsAreComparedAtTheCutOffsOfTheirFolds() {
        HeldOut nobody = new HeldOut(FOLDS, List.of(Map.of("youden", at(2)), Map.of("youden", at(2))), 0);
        Discordance pairs = Objects.requireNonNull(
                evaluation(crossfit("a", how), crossfit("b", nobody)).comparisons().getFirst().discordance().get("youden"));
        assertThat(pairs.onlyFirstRight()).isEqualTo(4);
        assertThat(pairs.onlySecondRight()).isEqualTo(2);
    }

    @Test
    void documentsSayWhichFoldsGaveNoModelAndWhichModelIsNone() {
        Scores scores = crossfit("m", how);
        Evaluation evaluation = evaluation(scores)
                .with(List.of(new Evaluation.NoModel("n", Scores.Part.TEST, Scores.Kind.TEST, scores.rows(), "it is noise")));
        List<?> models = (List<?>) Objects.requireNonNull(StudyDocument.of(evaluation, List.of()).get("models"));
        assertThat(String.valueOf(models.getFirst()))
                .contains("auc_within_folds={mean=0.625, areas=[0.75, 0.5, null], folds=3, folds_without_model=1, cases_without_score=3}")
                .contains("threshold=null, why=each fold has its own", "thresholds_by_fold=[0.65, 0.15, null]");
        assertThat(String.valueOf(models.getLast()))
                .isEqualTo("{model=n, part=test, kind=test, n=8, positives=4, patients=8, auc=null, why=no usable model: it is noise}");
        EvaluationTables.all(evaluation).forEach(table ->
                assertThat(table.file().equals("roc.csv") ? "" : table.rows().toString()).doesNotContain("NaN", "Infinity"));
    }

    @Test
    void aFoldThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> new HeldOut(new int[] {0, 2}, List.of(Map.of(), Map.of()), 0)).hasMessageContaining("0 to 1");
    }
}
