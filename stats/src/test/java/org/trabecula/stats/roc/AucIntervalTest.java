package org.trabecula.stats.roc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.stats.Clusters;
import org.trabecula.stats.Outcome;

class AucIntervalTest {
    private static final Direction UP = Direction.CASES_HIGHER;

    private static AucInterval of(double[] outcome, double[] score, List<?> patients) {
        Outcome y = Outcome.ofZeroOne("y", outcome);
        Clusters clusters = Clusters.of(patients);
        return AucInterval.of(ClusteredDeLong.estimate(y, score, clusters, UP, 0.95), y, clusters);
    }

    private static List<Integer> each(int rows) {
        return IntStream.range(0, rows).boxed().toList();
    }

    /// Three cases above four controls: three disjoint pairs, all in order, and θ³ = 0.025 at the limit.
    @Test
    void separatedClassesHaveAnExactLimit() {
        AucInterval found = of(new double[] {1, 1, 1, 0, 0, 0, 0}, new double[] {5, 6, 7, 1, 2, 3, 4}, each(7));
        assertThat(found.method()).isEqualTo(AucInterval.Method.EXACT);
        assertThat(Math.pow(found.lower(), 3)).isCloseTo(0.025, within(1e-12)); // a beta quantile to the last digits
        assertThat(found.upper()).isEqualTo(1);
        assertThat(found.caution()).isPresent();
        AucInterval turned = of(new double[] {1, 1, 1, 0, 0, 0, 0}, new double[] {-5, -6, -7, -1, -2, -3, -4}, each(7));
        assertThat(turned.lower()).isZero();
        assertThat(turned.upper()).isCloseTo(1 - found.lower(), within(1e-15));
    }

    /// The pairs counted against the largest matching, searched through.
    @Test
    void pairsShareNoPatient() {
        SplittableRandom random = new SplittableRandom(4);
        for (int round = 0; round < 200; round++) {
            int rows = 4 + random.nextInt(5);
            double[] outcome = new double[rows];
            List<Integer> patients = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                outcome[row] = row < 2 ? row : random.nextInt(2);
                patients.add(random.nextInt(5));
            }
            double[] score = outcome.clone(); // separated
            int pairs = mostPairs(outcome, patients);
            AucInterval found = of(outcome, score, patients);
            if (pairs == 0) {
                assertThat(found.method()).isEqualTo(AucInterval.Method.NONE);
            } else {
                assertThat(Math.pow(found.lower(), pairs)).isCloseTo(0.025, within(1e-12));
            }
        }
    }

    private static int mostPairs(double[] outcome, List<Integer> patients) {
        int most = 0;
        for (int a = 0; a < outcome.length; a++) {
            for (int b = 0; b < outcome.length; b++) {
                if (outcome[a] == 1 && outcome[b] == 0 && !patients.get(a).equals(patients.get(b))) {
                    int first = patients.get(a);
                    int second = patients.get(b);
                    int[] left = IntStream.range(0, outcome.length)
                            .filter(row -> patients.get(row) != first && patients.get(row) != second)
                            .toArray();
                    most = Math.max(most, 1 + mostPairs(
                            IntStream.of(left).mapToDouble(row -> outcome[row]).toArray(),
                            IntStream.of(left).mapToObj(patients::get).toList()));
                }
            }
        }
        return most;
    }

    @Test
    void scoresThatAreAllTheSameHaveAWidth() {
        AucInterval found = of(new double[] {1, 1, 0, 0, 0}, new double[] {2, 2, 2, 2, 2}, each(5));
        assertThat(found.method()).isEqualTo(AucInterval.Method.NEWCOMBE);
        assertThat(found.lower()).isBetween(0.0, 0.4);
        assertThat(found.upper()).isBetween(0.6, 1.0);
    }

    @Test
    void onePatientOfAClassHasNoInterval() {
        AucInterval found = of(new double[] {1, 1, 0, 0, 0}, new double[] {3, 1, 2, 0, 5}, List.of(1, 1, 2, 3, 4));
        assertThat(found.method()).isEqualTo(AucInterval.Method.NONE);
        assertThat(found.lower()).isNaN();
    }

    /// Patients are counted, not rows: 500 rows of 100 patients are few.
    @Test
    void theScaleFollowsTheSmallerClassInPatients() {
        assertThat(drawn(199, 400, 1).method()).isEqualTo(AucInterval.Method.LOGIT);
        assertThat(drawn(200, 200, 1).method()).isEqualTo(AucInterval.Method.DELONG);
        assertThat(drawn(500, 500, 5).method()).isEqualTo(AucInterval.Method.LOGIT);
    }

    @Test
    void itLiesInsideTheScaleAndIsNeverAPoint() {
        SplittableRandom random = new SplittableRandom(9);
        for (int round = 0; round < 300; round++) {
            AucInterval found = of(random, 2 + random.nextInt(6), 2 + random.nextInt(6), 3, 1);
            assertThat(found.lower()).isGreaterThanOrEqualTo(0);
            assertThat(found.upper()).isLessThanOrEqualTo(1).isGreaterThan(found.lower());
        }
    }

    /// 2,000 samples of 20 and 20 at an area of 0.95: the standard error of a coverage near 0.95 is 0.005.
    @Test
    void atSmallSamplesItCoversWhereTheNormalOneDoesNot() {
        SplittableRandom random = new SplittableRandom(2);
        double shift = Math.sqrt(2) * 1.6448536269514722; // AUC 0.95
        int covered = 0;
        int plain = 0;
        for (int round = 0; round < 2000; round++) {
            double[] outcome = IntStream.range(0, 40).mapToDouble(row -> row % 2).toArray();
            double[] score = IntStream.range(0, 40).mapToDouble(row -> random.nextGaussian() + shift * (row % 2)).toArray();
            Outcome y = Outcome.ofZeroOne("y", outcome);
            AucEstimate estimate = DeLong.estimate(y, score, UP, 0.95);
            AucInterval found = AucInterval.of(estimate, y, Clusters.singletons(40));
            covered += found.lower() <= 0.95 && 0.95 <= found.upper() ? 1 : 0;
            plain += estimate.lower() <= 0.95 && 0.95 <= estimate.upper() ? 1 : 0;
        }
        assertThat(covered / 2000.0).isBetween(0.94, 0.975);
        assertThat(plain / 2000.0).isLessThan(0.87);
    }

    private static AucInterval drawn(int cases, int controls, int rowsOfAPatient) {
        return of(new SplittableRandom(1), cases, controls, 1, rowsOfAPatient);
    }

    private static AucInterval of(SplittableRandom random, int cases, int controls, double shift, int rowsOfAPatient) {
        int rows = cases + controls;
        double[] outcome = IntStream.range(0, rows).mapToDouble(row -> row < cases ? 1 : 0).toArray();
        double[] score = IntStream.range(0, rows).mapToDouble(row -> random.nextGaussian() + (row < cases ? shift : 0)).toArray();
        return of(outcome, score, IntStream.range(0, rows).mapToObj(row -> row / rowsOfAPatient).toList());
    }
}
