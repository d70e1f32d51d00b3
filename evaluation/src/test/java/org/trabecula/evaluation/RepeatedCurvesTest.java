package org.trabecula.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trabecula.core.RandomStreams;
import org.trabecula.evaluation.repeated.MeanCurve;
import org.trabecula.evaluation.repeated.RepeatedCurves;
import org.trabecula.evaluation.repeated.RepeatedEvaluation;
import org.trabecula.stats.roc.Cutoff;
import org.trabecula.stats.roc.Direction;

/// Curves over repetitions are means of those of each, by hand.
class RepeatedCurvesTest {
    private static final double[] OUTCOMES = {1, 0, 1, 0, 1, 0, 1, 0};
    private static final double[] FIRST = {0.9, 0.8, 0.7, 0.6, 0.3, 0.4, 0.2, 0.1};
    private static final double[] SECOND = {0.9, 0.1, 0.8, 0.2, 0.7, 0.3, 0.6, 0.45};

    private static RepeatedEvaluation.Held held(double... scores) {
        Cutoff cutoff = new Cutoff("youden", 0.5, Direction.CASES_HIGHER, 1, 1);
        HeldOut how = new HeldOut(new int[] {0, 0, 0, 0, 1, 1, 1, 1}, List.of(Map.of("youden", cutoff), Map.of("youden", cutoff)), 0);
        Scores made = Made.of("m", false, OUTCOMES, scores);
        return new RepeatedEvaluation.Held(
                2, List.of(new Scores("m", Scores.Part.TRAIN, Scores.Kind.CROSSFIT, made.rows(), scores, Optional.of(how))), List.of());
    }

    private static RepeatedCurves curves() {
        RepeatedEvaluation found = RepeatedEvaluation.of(
                List.of("m", "never usable"), List.of(held(FIRST), held(SECOND)), EvaluationSettings.ofProtocol(0, 0), new RandomStreams(1), 1);
        assertThat(found.curves()).hasSize(1);
        return found.curves().getFirst();
    }

    private static MeanCurve.Point at(MeanCurve curve, double x) {
        return curve.points().stream().filter(point -> point.x() == x).findFirst().orElseThrow();
    }

    /// At 0.5 the first calls two cases and two controls of eight, the second four and none: (2 − 2) / 8 and 4 / 8.
    @Test
    void netBenefitIsTheMeanOfTheRepetitions() {
        MeanCurve.Point half = at(curves().netBenefit(), 0.5);
        assertThat(half.y().mean()).isCloseTo(0.25, within(1e-15));
        assertThat(half.y().count()).isEqualTo(2);
        assertThat(half.y().sd()).as("of 0 and 0.5").isCloseTo(Math.sqrt(0.125), within(1e-15));
        assertThat(at(curves().treatAll(), 0.5).y().mean()).as("half of the cases are positive").isCloseTo(0, within(1e-15));
    }

    @Test
    void aCalibrationCurveStandsWhereThereAreProbabilities() {
        List<Double> x = curves().calibration().points().stream().map(MeanCurve.Point::x).toList();
        assertThat(x.getFirst()).isEqualTo(0.1);
        assertThat(x.getLast()).isEqualTo(0.9);
        assertThat(curves().calibration().points()).allMatch(point -> point.y().low() <= point.y().mean() && point.y().mean() <= point.y().high());
    }

    @Test
    void theProbabilitiesOfAllRepetitionsAreKept() {
        assertThat(curves().cases()).containsExactlyInAnyOrder(0.9, 0.7, 0.3, 0.2, 0.9, 0.8, 0.7, 0.6);
        assertThat(curves().controls()).hasSize(8);
    }
}
