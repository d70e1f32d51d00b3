package org.trabecula.stats.roc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.core.RandomStreams;
import org.trabecula.stats.Clusters;
import org.trabecula.stats.Outcome;

class StratifiedAucTest {
    private static final int ROWS = 60;
    private static final int[] ONE = new int[ROWS];

    private final SplittableRandom random = new SplittableRandom(3);
    private final double[] outcome = IntStream.range(0, ROWS).mapToDouble(row -> random.nextInt(2)).toArray();
    /// Of few values, so that there are ties.
    private final double[] score = IntStream.range(0, ROWS).mapToDouble(row -> random.nextInt(6) + outcome[row]).toArray();
    private final int[] stratum = IntStream.range(0, ROWS).map(row -> random.nextInt(4) - 1).toArray();
    private final Outcome y = Outcome.ofZeroOne("y", outcome);
    private final Clusters patients = Clusters.of(IntStream.range(0, ROWS).mapToObj(row -> row / 2).toList());

    private BootstrapInterval of(int[] strata, int replicates, int jobs) {
        return StratifiedAuc.of(
                y, score, strata, patients, Direction.CASES_HIGHER, replicates, 0.95, new RandomStreams(5), jobs);
    }

    /// Pair by pair, as the definition says; sums of halves are exact.
    @Test
    void isTheShareOfPairsOfAStratumInTheRightOrder() {
        double won = 0;
        double pairs = 0;
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < ROWS; j++) {
                if (outcome[i] == 1 && outcome[j] == 0 && stratum[i] == stratum[j] && stratum[i] >= 0) {
                    won += score[i] > score[j] ? 1 : score[i] == score[j] ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        assertThat(of(stratum, 0, 1).estimate()).isEqualTo(won / pairs);
    }

    @Test
    void ofOneStratumIsTheArea() {
        double auc = RocCurve.of(y, score, Direction.CASES_HIGHER).auc();
        assertThat(of(ONE, 0, 1).estimate()).isCloseTo(auc, within(1e-15)); // one quotient against a sum of trapezia
        double lower = StratifiedAuc.of(
                        y, score, ONE, patients, Direction.CASES_LOWER, 0, 0.95, new RandomStreams(5), 1)
                .estimate();
        assertThat(lower).isCloseTo(1 - auc, within(1e-15));
    }

    /// A score that is the stratum's number orders strata and nothing within them.
    @Test
    void whatOnlyTellsStrataApartIsOneHalf() {
        double[] number = IntStream.of(stratum).mapToDouble(s -> s).toArray();
        assertThat(StratifiedAuc.of(
                                y, number, stratum, patients, Direction.CASES_HIGHER, 0, 0.95, new RandomStreams(5), 1)
                        .estimate())
                .isEqualTo(0.5);
    }

    @Test
    void theIntervalHoldsTheAreaAndDependsOnNoThread() {
        BootstrapInterval found = of(stratum, 400, 1);
        assertThat(of(stratum, 400, 3)).isEqualTo(found);
        assertThat(found.lower()).isLessThan(found.estimate());
        assertThat(found.upper()).isGreaterThan(found.estimate());
    }

    @Test
    void withoutAPairThereIsNone() {
        int[] byOutcome = IntStream.range(0, ROWS).map(row -> (int) outcome[row]).toArray();
        assertThat(of(byOutcome, 0, 1).estimate()).isNaN();
    }
}
