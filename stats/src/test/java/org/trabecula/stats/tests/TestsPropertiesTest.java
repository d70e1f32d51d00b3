package org.trabecula.stats.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestsPropertiesTest {
    @ParameterizedTest(name = "m = {0}, n = {1}")
    @CsvSource({"1,1", "3,5", "5,3", "20,31", "49,49"})
    void exactMannWhitneyIsTheCountOfArrangements(int m, int n) {
        double[] counted = arrangements(m, n);
        MannWhitneyDistribution distribution = new MannWhitneyDistribution(m, n);
        double cumulative = 0;
        for (int u = 0; u < counted.length; u++) {
            cumulative += counted[u];
            // sums of up to 2401 positive terms, each built from 98 additions
            assertThat(distribution.atMost(u)).isCloseTo(cumulative, within(1e-12 * Math.max(cumulative, 1e-300)));
        }
    }

    /// P(U = u) by adding one rank after the other: all terms positive, so each keeps its relative precision.
    private static double[] arrangements(int m, int n) {
        double[][] probability = new double[m + 1][m * n + 1];
        probability[0][0] = 1;
        int placed = 0;
        for (int rank = 1; rank <= m + n; rank++, placed++) {
            double[][] next = new double[m + 1][m * n + 1];
            for (int a = Math.max(0, placed - n); a <= Math.min(m, placed); a++) {
                double chanceOfA = (m - a) / (double) (m + n - placed);
                int below = placed - a; // values of b already placed
                for (int u = 0; u <= m * n; u++) {
                    double here = probability[a][u];
                    if (here > 0 && a < m && u + below <= m * n) {
                        next[a + 1][u + below] += here * chanceOfA;
                    }
                    if (here > 0 && below < n) {
                        next[a][u] += here * (1 - chanceOfA);
                    }
                }
            }
            probability = next;
        }
        return probability[m];
    }

    @Test
    void equalValuesEverywhereLeaveTheTestsOpen() {
        double[] same = {2, 2, 2};
        assertThat(TwoSamples.welch(same, same).p()).isNaN();
        assertThat(TwoSamples.student(same, new double[] {2, 2}).p()).isNaN();
        assertThat(MannWhitney.test(same, same).p()).isNaN();
        assertThat(ShapiroWilk.test(same).p()).isNaN();
    }

    @Test
    void theChoiceFollowsNormality() {
        double[] straight = {-1.3, -0.8, -0.4, -0.1, 0.2, 0.5, 0.9, 1.4};
        double[] skewed = {1, 1.1, 1.2, 1.3, 1.4, 1.6, 2, 40};
        assertThat(TwoSamples.byNormality(straight, straight, 0.05).method()).isEqualTo("Welch's t");
        assertThat(TwoSamples.byNormality(straight, skewed, 0.05).method()).startsWith("Mann-Whitney");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void largerTablesAgreeWithAllTheirTablesCounted(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[][] counts = new int[3][3];
        for (int k = 0; k < 14; k++) {
            counts[random.nextInt(3)][random.nextInt(3)]++;
        }
        ContingencyTable table = new ContingencyTable(counts);
        assertThat(FisherFreemanHalton.p(table).orElseThrow()).isCloseTo(countAll(counts), within(1e-12));
    }

    @Test
    void twoByTwoTablesAgreeBetweenBothWays() {
        for (int[][] counts : new int[][][] {{{12, 7}, {5, 16}}, {{0, 8}, {9, 3}}, {{3, 1}, {1, 3}}, {{210, 77}, {95, 160}}}) {
            ContingencyTable table = new ContingencyTable(counts);
            double p = FisherExact.test(table).p();
            assertThat(FisherFreemanHalton.p(table).orElseThrow()).isCloseTo(p, within(1e-11 * p)); // exp of sums of log Γ
        }
    }

    @Test
    void limitsOfTheOddsRatioInvertTheOneSidedTests() {
        ContingencyTable table = new ContingencyTable(new int[] {12, 7}, new int[] {5, 16});
        double upper = FisherExact.test(table, Alternative.LESS).interval().upper();
        double lower = FisherExact.test(table, Alternative.GREATER).interval().lower();
        // noncentral hypergeometric by its definition, margins 19, 21, 17
        assertThat(tail(upper, 0, 12)).isCloseTo(0.05, within(1e-12));
        assertThat(tail(lower, 12, 17)).isCloseTo(0.05, within(1e-12));
    }

    private static double tail(double omega, int from, int to) {
        double all = 0;
        double part = 0;
        for (int x = 0; x <= 17; x++) {
            double term = choose(17, x) * choose(23, 19 - x) * Math.pow(omega, x);
            all += term;
            part += x >= from && x <= to ? term : 0;
        }
        return part / all;
    }

    private static double choose(int n, int k) {
        double value = 1;
        for (int i = 1; i <= k; i++) {
            value = value * (n - k + i) / i;
        }
        return value;
    }

    /// Every 3 × 3 table with the same margins.
    private static double countAll(int[][] seen) {
        int[] rows = new int[3];
        int[] columns = new int[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                rows[i] += seen[i][j];
                columns[j] += seen[i][j];
            }
        }
        double observed = weight(seen);
        double all = 0;
        double noLikelier = 0;
        for (int a = 0; a <= rows[0]; a++) {
            for (int b = 0; b <= rows[0] - a; b++) {
                for (int c = 0; c <= rows[1]; c++) {
                    for (int d = 0; d <= rows[1] - c; d++) {
                        int[][] t = {{a, b, rows[0] - a - b}, {c, d, rows[1] - c - d}, new int[3]};
                        boolean fits = true;
                        for (int j = 0; j < 3; j++) {
                            t[2][j] = columns[j] - t[0][j] - t[1][j];
                            fits &= t[2][j] >= 0;
                        }
                        if (fits) {
                            double w = weight(t);
                            all += w;
                            noLikelier += w <= observed * (1 + 1e-7) ? w : 0;
                        }
                    }
                }
            }
        }
        return noLikelier / all;
    }

    private static double weight(int[][] table) {
        double weight = 1;
        for (int[] row : table) {
            for (int count : row) {
                for (int k = 2; k <= count; k++) {
                    weight /= k;
                }
            }
        }
        return weight;
    }
}
