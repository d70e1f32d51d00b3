package org.trabecula.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trabecula.core.InputException;
import org.trabecula.core.RandomStreams;
import org.trabecula.stats.Clusters;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.calibration.Calibration;
import org.trabecula.stats.decision.DecisionCurve;
import org.trabecula.stats.roc.ClusteredDeLong;
import org.trabecula.stats.roc.Confusion;
import org.trabecula.stats.roc.DeLong;
import org.trabecula.stats.roc.Direction;
import org.trabecula.stats.roc.PatientBootstrap;

/// The evaluator computes nothing of its own: every number is that of the kernel it is named after.
class EvaluatorTest {
    private static final Direction UP = Direction.CASES_HIGHER;

    private final Scores good = Made.scores("good", 2, true);
    private final Scores poor = Made.scores("poor", 0.5, true);
    private final Evaluation evaluation = Made.evaluation(Made.settings(20, Optional.empty()), good, poor);

    @Test
    void everyNumberIsThatOfItsKernel() {
        Evaluation.Row row = evaluation.rows().getFirst();
        var outcome = good.outcome();
        assertThat(row.plain()).isEqualTo(DeLong.estimate(outcome, good.scores(), UP, 0.95));
        assertThat(row.auc())
                .isEqualTo(ClusteredDeLong.estimate(outcome, good.scores(), Clusters.of(good.rows().patients()), UP, 0.95));
        assertThat(row.drawn()).contains(PatientBootstrap.auc(
                outcome, good.scores(), good.clusters(), UP, 20, 0.95, new RandomStreams(7).within("bootstrap/good/test"), 1));
        assertThat(row.brier()).isEqualTo(Calibration.of(outcome, good.scores()).brier());
        assertThat(row.decision()).isEqualTo(DecisionCurve.of(outcome, good.scores(), 0, 0.2, 0.4));
        assertThat(row.confusion()).isEqualTo(Confusion.of(outcome, good.scores(), row.cutoff()));
        assertThat(row.operating().keySet()).containsExactly("youden", "sensitivity_0.9");
        assertThat(row.n()).isEqualTo(40);
        assertThat(row.positives()).isEqualTo(20);
        assertThat(row.patients()).isEqualTo(20);
        Evaluation.Comparison test = evaluation.comparisons().getFirst();
        assertThat(test.plain()).isEqualTo(DeLong.paired(outcome, good.scores(), poor.scores(), UP, 0.95));
        assertThat(test.clustered())
                .isEqualTo(ClusteredDeLong.paired(outcome, good.scores(), poor.scores(), good.clusters(), UP, 0.95));
        assertThat(test.discordance().keySet()).containsExactly("youden", "sensitivity_0.9");
    }

    @Test
    void onlyTheSameCasesOfOnePartAreCompared() {
        Scores crossfit = new Scores(
                "good", Scores.Part.TRAIN, Scores.Kind.CROSSFIT, good.rows(), good.scores());
        Scores others = new Scores(
                "others", Scores.Part.TEST, Scores.Kind.TEST,
                new LabelledRows(good.rows().ids().reversed(), good.rows().patients(), good.outcome()), good.scores());
        Evaluation found = Made.evaluation(Made.settings(0, Optional.empty()), good, poor, others, crossfit);
        assertThat(found.rows()).hasSize(4);
        assertThat(found.comparisons()).hasSize(1);
        assertThat(found.comparisons().getFirst().a() + found.comparisons().getFirst().b()).isEqualTo("goodpoor");
    }

    @Test
    void withoutPatientsTheClusteredNumbersAreThePlainOnes() {
        Evaluation.Row row = Made.evaluation(Made.settings(0, Optional.empty()), Made.scores("good", 2, false)).rows().getFirst();
        assertThat(row.isGrouped()).isFalse();
        assertThat(row.auc()).isEqualTo(row.plain());
        assertThat(row.patients()).isEqualTo(40);
        assertThat(row.drawn()).isEmpty();
    }

    @Test
    void scoresThatAreNoProbabilitiesHaveNeitherCalibrationNorNetBenefit() {
        double[] logits = java.util.Arrays.stream(good.scores()).map(p -> Math.log(p / (1 - p))).toArray();
        Evaluation.Row row = Made.evaluation(
                        Made.settings(0, Optional.empty()), Made.of("logit", true, good.outcome().zeroOne(), logits))
                .rows().getFirst();
        assertThat(row.probabilities()).isEmpty();
        assertThat(row.plain().auc()).isEqualTo(evaluation.rows().getFirst().plain().auc()); // the order is the same
    }

    @Test
    void reclassificationIsMadeWhereItIsAskedFor() {
        assertThat(evaluation.comparisons().getFirst().reclassification()).isEmpty();
        var classes = Optional.of(new EvaluationSettings.RiskClasses(new double[] {0.5}));
        assertThat(Made.evaluation(Made.settings(0, classes), good, poor).comparisons().getFirst().reclassification())
                .isPresent();
    }

    @Test
    void oneClassAloneIsRefusedAndAModelWithoutCutOffIsOurFault() {
        Scores one = Made.of("one", true, new double[] {1, 1}, new double[] {0.1, 0.2});
        Evaluator evaluator = new Evaluator(EvaluationSettings.ofProtocol(0, 0), Map.of(), new RandomStreams(1), 1);
        assertThatThrownBy(() -> evaluator.evaluate(List.of(one))).isInstanceOf(InputException.class).hasMessageContaining("STA-102");
        assertThatThrownBy(() -> evaluator.evaluate(List.of(good))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theBandOfTheCurveHoldsItsEnds() {
        Evaluator evaluator = new Evaluator(Made.settings(0, Optional.empty()), Map.of(), new RandomStreams(1), 1);
        var band = evaluator.sensitivityBand(good, new double[] {1, 0.5, 0}, 50);
        assertThat(band.getLast().lower()).isEqualTo(1); // everybody is called positive
        assertThat(band.get(1).lower()).isLessThanOrEqualTo(band.get(1).upper());
        assertThat(band.getFirst().upper()).isLessThanOrEqualTo(1);
    }
}
