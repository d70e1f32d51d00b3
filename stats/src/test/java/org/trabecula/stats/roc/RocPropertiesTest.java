package org.trabecula.stats.roc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.core.InputException;
import org.trabecula.core.RandomStreams;
import org.trabecula.stats.Clusters;
import org.trabecula.stats.Interval;
import org.trabecula.stats.Outcome;

/// What must hold for all scores, and where the definitions end.
class RocPropertiesTest {
    private static final Direction UP = Direction.CASES_HIGHER;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void areasOfCasesAndOfControlsAddUpToOne(long seed) {
        Sample sample = Sample.of(seed, 60, 8);
        double area = RocCurve.of(sample.outcome, sample.score, UP).auc();
        double other = RocCurve.of(sample.outcome.complement(), sample.score, UP).auc();
        // two quotients and one sum round: 2 ulp of 1
        assertThat(area + other).isCloseTo(1, within(2 * Math.ulp(1.0)));
        assertThat(RocCurve.of(sample.outcome, sample.score, Direction.CASES_LOWER).auc()).isEqualTo(other);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void areaAndVarianceAreThePairwiseSumsOfTheirDefinition(long seed) {
        Sample sample = Sample.of(seed, 40, 6);
        double[] cases = sample.outcome.valuesOf(true, sample.score);
        double[] controls = sample.outcome.valuesOf(false, sample.score);
        double[] v10 = IntStream.range(0, cases.length).mapToDouble(i -> mean(controls, c -> psi(cases[i], c))).toArray();
        double[] v01 = IntStream.range(0, controls.length).mapToDouble(j -> mean(cases, c -> psi(c, controls[j]))).toArray();
        double area = mean(v10, v -> v);
        double s10 = mean(v10, v -> (v - area) * (v - area)) / (v10.length - 1);
        double s01 = mean(v01, v -> (v - area) * (v - area)) / (v01.length - 1);
        AucEstimate estimate = DeLong.estimate(sample.outcome, sample.score, UP, 0.95);
        assertThat(estimate.auc()).isCloseTo(area, within(1e-15 * 10)); // a few sums of 40 terms
        assertThat(estimate.variance()).isCloseTo(s10 + s01, within(1e-16 * 10));
    }

    private static double psi(double x, double y) {
        return x > y ? 1 : x == y ? 0.5 : 0;
    }

    private static double mean(double[] values, java.util.function.DoubleUnaryOperator of) {
        return java.util.Arrays.stream(values).map(of).average().orElseThrow();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void singleRowClustersGiveDeLong(long seed) {
        Sample sample = Sample.of(seed, 80, 12);
        double plain = DeLong.estimate(sample.outcome, sample.score, UP, 0.95).variance();
        double clustered = ClusteredDeLong.estimate(
                        sample.outcome, sample.score, Clusters.singletons(80), UP, 0.95)
                .variance();
        assertThat(clustered).isCloseTo(plain, within(1e-16 * 10)); // variance ≈ 4e-3, sums of 80 terms
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void copiedRowsOfAPatientBringNoInformation(long seed) {
        Sample sample = Sample.of(seed, 50, 9);
        int[] thrice = IntStream.range(0, 150).map(k -> k / 3).toArray();
        double[] copied = IntStream.of(thrice).mapToDouble(row -> sample.score[row]).toArray();
        Clusters patients = Clusters.of(IntStream.of(thrice).boxed().toList());
        double clustered = ClusteredDeLong.estimate(sample.outcome.select(thrice), copied, patients, UP, 0.95)
                .variance();
        assertThat(clustered)
                .isCloseTo(DeLong.estimate(sample.outcome, sample.score, UP, 0.95).variance(), within(1e-15));
    }

    @Test
    void identicalScoresDoNotDiffer() {
        Sample sample = Sample.of(7, 50, 9);
        AucComparison test = DeLong.paired(sample.outcome, sample.score, sample.score.clone(), UP, 0.95);
        assertThat(test.statistic()).isZero();
        assertThat(test.p()).isEqualTo(1);
    }

    @Test
    void aChosenThresholdReproducesItsPointOnTheSameRows() {
        Sample sample = Sample.of(11, 70, 15);
        for (RocPoint point : RocCurve.of(sample.outcome, sample.score, UP).points()) {
            Confusion counts = Confusion.of(sample.outcome, sample.score, point.threshold(), UP);
            assertThat(counts.tp()).isEqualTo(point.truePositives());
            assertThat(counts.fp()).isEqualTo(point.falsePositives());
        }
    }

    @Test
    void neighbouringDoublesKeepAThresholdBetweenThem() {
        double one = 1;
        double next = Math.nextUp(one);
        Outcome outcome = Outcome.of(false, true);
        RocCurve curve = RocCurve.of(outcome, new double[] {one, next}, UP);
        assertThat(curve.points().get(1).threshold()).isEqualTo(next);
        RocCurve down = RocCurve.of(outcome.complement(), new double[] {one, next}, Direction.CASES_LOWER);
        assertThat(down.points().get(1).threshold()).isEqualTo(one);
    }

    @Test
    void fixedSensitivityKeepsIt() {
        Sample sample = Sample.of(13, 100, 40);
        RocCurve curve = RocCurve.of(sample.outcome, sample.score, UP);
        for (double wanted : new double[] {0, 0.3, 0.7, 0.9, 1}) {
            Cutoff bySensitivity = Cutoffs.atSensitivity(curve, wanted);
            Cutoff bySpecificity = Cutoffs.atSpecificity(curve, wanted);
            assertThat(bySensitivity.sensitivity()).isGreaterThanOrEqualTo(wanted);
            assertThat(bySpecificity.specificity()).isGreaterThanOrEqualTo(wanted);
            for (RocPoint point : curve.points()) {
                if (point.sensitivity() >= wanted) {
                    assertThat(point.specificity()).isLessThanOrEqualTo(bySensitivity.specificity());
                }
                if (point.specificity() >= wanted) {
                    assertThat(point.sensitivity()).isLessThanOrEqualTo(bySpecificity.sensitivity());
                }
            }
        }
    }

    @Test
    void aPerfectScoreIsCautionedAndHasNewcombesInterval() {
        AucEstimate perfect = DeLong.estimate(
                Outcome.of(false, false, false, true, true, true), new double[] {1, 2, 3, 4, 5, 6}, UP, 0.95);
        assertThat(perfect.variance()).isZero();
        assertThat(perfect.cautions()).singleElement().asString().contains("variance 0");
        assertThat(NewcombeAuc.upper(1, 3, 3, 0.95)).isEqualTo(1);
        double lower = NewcombeAuc.lower(1, 3, 3, 0.95);
        // the limit solves (1 − θ)² = z² var(θ); at θ its both sides meet
        double z = 1.959963984540054;
        double pairs = 1 + 2 * ((1 - lower) / (2 - lower) + lower / (1 + lower));
        assertThat((1 - lower) * (1 - lower))
                .isCloseTo(z * z * lower * (1 - lower) * pairs / 9, within(1e-12));
    }

    @Test
    void patientBootstrapIsTheSameForAnyNumberOfThreads() {
        Sample sample = Sample.of(17, 60, 10);
        Clusters patients = Clusters.of(IntStream.range(0, 60).mapToObj(row -> row / 2).toList());
        RandomStreams streams = new RandomStreams(1);
        BootstrapInterval one = PatientBootstrap.auc(sample.outcome, sample.score, patients, UP, 200, 0.95, streams, 1);
        BootstrapInterval three = PatientBootstrap.auc(sample.outcome, sample.score, patients, UP, 200, 0.95, streams, 3);
        assertThat(three).isEqualTo(one);
        assertThat(one.lower()).isLessThan(one.estimate());
        assertThat(one.upper()).isGreaterThan(one.estimate());
    }

    @Test
    void theBandLiesAroundTheCurveAndIsTheSameForAnyNumberOfThreads() {
        Sample sample = Sample.of(19, 80, 10);
        Clusters patients = Clusters.of(IntStream.range(0, 80).mapToObj(row -> row / 2).toList());
        double[] specificities = {0, 0.5, 0.9, 1};
        RandomStreams streams = new RandomStreams(1);
        java.util.List<Interval> one = RocBand.sensitivity(
                sample.outcome, sample.score, patients, UP, specificities, 300, 0.95, streams, 1);
        assertThat(RocBand.sensitivity(sample.outcome, sample.score, patients, UP, specificities, 300, 0.95, streams, 3))
                .isEqualTo(one);
        assertThat(one.getFirst()).isEqualTo(new Interval(1, 1)); // everybody positive
        RocCurve curve = RocCurve.of(sample.outcome, sample.score, UP);
        for (int k = 0; k < specificities.length; k++) {
            assertThat(PartialAuc.sensitivityAt(curve, specificities[k])).isBetween(one.get(k).lower(), one.get(k).upper());
        }
    }

    @Test
    void oneClassOrAMissingScoreIsRefused() {
        assertThatThrownBy(() -> RocCurve.of(Outcome.of(false, false), new double[] {1, 2}, UP))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("STA-102");
        assertThatThrownBy(() -> RocCurve.of(Outcome.of(false, true), new double[] {1, Double.NaN}, UP))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("STA-103");
        assertThatThrownBy(() -> RocCurve.of(Outcome.of(false, true), new double[] {Double.NEGATIVE_INFINITY, 1}, UP))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("STA-103");
        assertThatThrownBy(() -> Outcome.ofZeroOne("y", 0, 2))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("STA-101");
    }

    @Test
    void tooFewClustersLeaveTheVarianceOpen() {
        Clusters patients = Clusters.of(java.util.List.of("a", "a", "b", "c"));
        AucEstimate estimate = ClusteredDeLong.estimate(
                Outcome.of(true, true, false, false), new double[] {3, 4, 1, 3.5}, patients, UP, 0.95);
        assertThat(estimate.variance()).isNaN();
        assertThat(estimate.cautions()).hasSize(1);
    }

    /// Coarse scores, so that ties occur, higher in cases.
    private record Sample(Outcome outcome, double[] score) {
        static Sample of(long seed, int rows, int values) {
            SplittableRandom random = new SplittableRandom(seed);
            boolean[] isCase = new boolean[rows];
            double[] score = new double[rows];
            for (int row = 0; row < rows; row++) {
                isCase[row] = random.nextInt(5) < 2;
                score[row] = random.nextInt(values) + (isCase[row] ? random.nextInt(values) : 0);
            }
            isCase[0] = true;
            isCase[1] = true;
            isCase[2] = false;
            isCase[3] = false;
            return new Sample(Outcome.of(isCase), score);
        }
    }
}
