package org.trabecula.stats.roc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.stats.Clusters;
import org.trabecula.stats.Outcome;

class MeanAreaTest {
    private static final int ROWS = 90;
    private static final double LEVEL = 0.95;
    /// Sums of some hundred products in another order.
    private static final double ROUNDING = 1e-14;

    private static final SplittableRandom RANDOM = new SplittableRandom(4);
    private static final List<String> PATIENTS =
            IntStream.range(0, ROWS).mapToObj(row -> "P" + row * 2 / 3).toList(); // one or two rows each
    private static final Outcome OUTCOME = outcome();
    private static final double[] FIRST = scores();
    private static final double[] SECOND = scores();

    private static Outcome outcome() {
        boolean[] cases = new boolean[ROWS];
        for (int row = 0; row < ROWS; row++) {
            cases[row] = RANDOM.nextInt(5) < 2;
        }
        return Outcome.of(cases);
    }

    private static double[] scores() {
        double[] scores = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            scores[row] = RANDOM.nextGaussian() + OUTCOME.y(row);
        }
        return scores;
    }

    private static AucEstimate mean(MeanArea.ScoredRows... sets) {
        return MeanArea.of(List.of(sets), Direction.CASES_HIGHER, LEVEL, OUTCOME.cases(), OUTCOME.controls());
    }

    private static MeanArea.ScoredRows set(double[] scores) {
        return new MeanArea.ScoredRows(OUTCOME, PATIENTS, scores);
    }

    private static AucEstimate alone(double[] scores) {
        return ClusteredDeLong.estimate(OUTCOME, scores, Clusters.of(PATIENTS), Direction.CASES_HIGHER, LEVEL);
    }

    @Test
    void oneSetHasTheClusteredInterval() {
        AucEstimate alone = alone(FIRST);
        AucEstimate mean = mean(set(FIRST));
        assertThat(mean.auc()).isEqualTo(alone.auc(), within(ROUNDING));
        assertThat(mean.variance()).isEqualTo(alone.variance(), within(ROUNDING));
        assertThat(mean.lower()).isEqualTo(alone.lower(), within(ROUNDING));
    }

    /// Ten times the same scores know no more than once.
    @Test
    void repeatingASetMakesNothingSurer() {
        MeanArea.ScoredRows[] ten = Collections.nCopies(10, set(FIRST)).toArray(MeanArea.ScoredRows[]::new);
        assertThat(mean(ten).variance()).isEqualTo(alone(FIRST).variance(), within(ROUNDING));
    }

    /// DeLong's contrast (½, ½): the variances and the covariance, each with patients as clusters.
    @Test
    void twoSetsHaveTheVarianceOfTheContrast() {
        double covariance =
                ClusteredDeLong.covariance(OUTCOME, FIRST, SECOND, Clusters.of(PATIENTS), Direction.CASES_HIGHER);
        double expected = (alone(FIRST).variance() + alone(SECOND).variance() + 2 * covariance) / 4;
        AucEstimate mean = mean(set(FIRST), set(SECOND));
        assertThat(mean.auc()).isEqualTo((alone(FIRST).auc() + alone(SECOND).auc()) / 2, within(ROUNDING));
        assertThat(mean.variance()).isEqualTo(expected, within(ROUNDING));
    }

    /// Sets of different patients are independent: variances add up. Each set alone has the same patients as clusters.
    @Test
    void setsOfDifferentPatientsAreIndependent() {
        List<String> others = PATIENTS.stream().map(patient -> "other " + patient).toList();
        AucEstimate mean = mean(set(FIRST), new MeanArea.ScoredRows(OUTCOME, others, SECOND));
        double sum = (alone(FIRST).variance() + alone(SECOND).variance()) / 4;
        // factors I / (I − 1) are of twice as many patients
        assertThat(mean.variance() / sum).isBetween(1 - 1.0 / 20, 1.0);
    }

    @Test
    void theOrderOfRowsDoesNotMatterAndPatientsMayLackASet() {
        List<Integer> order = new ArrayList<>(IntStream.range(0, ROWS).boxed().toList());
        Collections.reverse(order);
        int[] reversed = order.stream().mapToInt(row -> row).toArray();
        MeanArea.ScoredRows turned = new MeanArea.ScoredRows(
                OUTCOME.select(reversed), order.stream().map(PATIENTS::get).toList(),
                Arrays.stream(reversed).mapToDouble(row -> SECOND[row]).toArray());
        assertThat(mean(set(FIRST), turned).variance())
                .isEqualTo(mean(set(FIRST), set(SECOND)).variance(), within(ROUNDING));
        int[] half = IntStream.range(0, ROWS / 2).toArray();
        MeanArea.ScoredRows part = new MeanArea.ScoredRows(
                OUTCOME.select(half), PATIENTS.subList(0, half.length), Arrays.copyOf(SECOND, half.length));
        assertThat(mean(set(FIRST), part).variance()).isGreaterThan(alone(FIRST).variance() / 4).isFinite();
    }

    @Test
    void onePatientOfAClassHasNoVariance() {
        Outcome two = Outcome.of(true, false, false);
        AucEstimate mean = MeanArea.of(
                List.of(new MeanArea.ScoredRows(two, List.of("a", "b", "c"), new double[] {1, 0, 2})), Direction.CASES_HIGHER,
                LEVEL, 1, 2);
        assertThat(mean.auc()).isEqualTo(0.5);
        assertThat(mean.variance()).isNaN();
        assertThat(mean.lower()).isNaN();
    }
}
