package org.trabecula.stats.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.stats.Matrix;

class RedundancyTest {
    @Test
    void theColumnWithMostPartnersGoesFirst() {
        // 1 repeats 0 and 2, which do not repeat each other
        Matrix r = symmetric(3, "0,1,0.95", "1,2,0.92", "0,2,0.5");
        Redundancy.Result result = Redundancy.mostRedundant(CorrelatedPairs.of(r, 0.9));
        assertThat(result.kept()).containsExactly(0, 2);
        assertThat(result.removed()).containsExactly(new Redundancy.Removed(1, 0, 0.95));
    }

    @Test
    void tiesGoToTheLargerSumThenToTheLaterColumn() {
        Matrix path = symmetric(4, "0,1,0.91", "1,2,-0.95", "2,3,0.99");
        assertThat(Redundancy.mostRedundant(CorrelatedPairs.of(path, 0.9)).removed().getFirst().column()).isEqualTo(2);
        Matrix pair = symmetric(2, "0,1,0.95");
        assertThat(Redundancy.mostRedundant(CorrelatedPairs.of(pair, 0.9)).removed())
                .containsExactly(new Redundancy.Removed(1, 0, 0.95));
    }

    @Test
    void theLimitItselfIsKept() {
        Matrix r = symmetric(2, "0,1,0.9");
        assertThat(Redundancy.mostRedundant(CorrelatedPairs.of(r, 0.9)).kept()).containsExactly(0, 1);
        assertThat(Redundancy.laterOfPair(CorrelatedPairs.of(r, 0.9)).kept()).containsExactly(0, 1);
    }

    @Test
    void aRankCorrelationOfExactlyNineTenthsIsNotAboveIt() {
        // n = 4: Σ d² = 1 + 1 = 2 gives rho = 1 − 6·2/60 = 0.8; n = 5, Σ d² = 2: 1 − 12/120 = 0.9
        Matrix x = Matrix.ofColumns(new double[] {1, 2, 3, 4, 5}, new double[] {2, 1, 3, 4, 5});
        Matrix rho = Correlation.spearman(x, 1);
        assertThat(rho.get(0, 1)).isEqualTo(0.9);
        assertThat(Redundancy.laterOfPair(CorrelatedPairs.of(rho, 0.9)).kept()).hasSize(2);
    }

    @Test
    void pruningWalksByFallingCoefficient() {
        Matrix r = symmetric(3, "0,1,0.6", "1,2,0.7", "0,2,0.1");
        assertThat(Redundancy.prune(CorrelatedPairs.of(r, 0.5), new double[] {0.2, -0.9, 0.3}).kept()).containsExactly(1);
        assertThat(Redundancy.prune(CorrelatedPairs.of(r, 0.5), new double[] {0.5, -0.1, 0.3}).kept()).containsExactly(0, 2);
    }

    @Test
    void constantAndMissingColumnsHaveNoCorrelation() {
        Matrix x = Matrix.ofColumns(
                new double[] {1, 2, 3, 4}, new double[] {0.1, 0.1, 0.1, 0.1}, new double[] {1, Double.NaN, 2, 3});
        for (Matrix r : List.of(Correlation.pearson(x, 1), Correlation.spearman(x, 1), Correlation.kendall(x, 1))) {
            assertThat(r.get(0, 0)).isEqualTo(1);
            assertThat(r.get(0, 1)).isNaN();
            assertThat(r.get(1, 1)).isNaN();
            assertThat(r.get(0, 2)).isNaN();
            assertThat(Redundancy.mostRedundant(CorrelatedPairs.of(r, 0.9)).removed()).isEmpty();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void anyNumberOfThreadsGivesTheSameBitsAndNoPairIsLeft(long seed) {
        Matrix x = blocks(seed, 50, 300);
        Matrix one = Correlation.spearman(x, 1);
        assertThat(Correlation.spearman(x, 3).values()).isEqualTo(one.values());
        assertThat(Correlation.pearson(x, 3).values()).isEqualTo(Correlation.pearson(x, 1).values());
        for (Redundancy.Result result : List.of(Redundancy.mostRedundant(CorrelatedPairs.of(one, 0.8)), Redundancy.laterOfPair(CorrelatedPairs.of(one, 0.8)))) {
            assertThat(result.removed()).isNotEmpty();
            for (int a : result.kept()) {
                for (int b : result.kept()) {
                    assertThat(a == b || Math.abs(one.get(a, b)) <= 0.8).isTrue();
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 5, 6})
    void mostRedundantAgreesWithItsRuleTakenLiterally(long seed) {
        Matrix r = Correlation.spearman(blocks(seed, 40, 60), 1);
        assertThat(Redundancy.mostRedundant(CorrelatedPairs.of(r, 0.7)).removed().stream().map(Redundancy.Removed::column))
                .isEqualTo(literally(r, 0.7));
    }

    @ParameterizedTest(name = "{0} columns")
    @ValueSource(ints = {0, 1, 2, 127, 128, 129, 300})
    void pairsFoundTileByTileAreThoseOfTheWholeMatrix(int columns) {
        Matrix x = blocks(7, 600, columns); // more rows than are summed at once
        for (double above : new double[] {0, 0.5, 0.9}) {
            assertSame(CorrelatedPairs.spearman(x, above, 3), CorrelatedPairs.of(Correlation.spearman(x, 1), above));
            assertSame(CorrelatedPairs.pearson(x, above, 3), CorrelatedPairs.of(Correlation.pearson(x, 1), above));
        }
    }

    /// Squares of such values have a product of 0, or an infinite one.
    @ParameterizedTest
    @ValueSource(doubles = {1e-120, 1e-85, 1, 1e85, 1e120})
    void verySmallAndVeryLargeValuesAreCorrelatedLikeOthers(double unit) {
        Matrix x = Matrix.ofColumns(
                new double[] {1 * unit, 2 * unit, 3 * unit, 5 * unit}, new double[] {2 * unit, 1 * unit, 4 * unit, 4 * unit});
        // Σ (x − x̄)(y − ȳ) = 5.75, Σ (x − x̄)² = 8.75, Σ (y − ȳ)² = 6.75, in units
        double r = 5.75 / Math.sqrt(8.75 * 6.75);
        assertThat(Correlation.pearson(x, 1).get(0, 1)).isCloseTo(r, within(1e-14)); // a few roundings
        assertThat(CorrelatedPairs.pearson(x, 0.7, 1).count(0)).isEqualTo(1);
        assertThat(CorrelatedPairs.pearson(x, 0.8, 1).count(0)).isZero();
    }

    private static void assertSame(CorrelatedPairs tiled, CorrelatedPairs whole) {
        assertThat(tiled.columns()).isEqualTo(whole.columns());
        for (int column = 0; column < whole.columns(); column++) {
            assertThat(tiled.count(column)).isEqualTo(whole.count(column));
            for (int nth = 0; nth < whole.count(column); nth++) {
                assertThat(tiled.partner(column, nth)).isEqualTo(whole.partner(column, nth));
                assertThat(tiled.r(column, nth)).isEqualTo(whole.r(column, nth)); // to the bit: the same sums
            }
        }
    }

    private static List<Integer> literally(Matrix r, double above) {
        List<Integer> left = new ArrayList<>(IntStream.range(0, r.columns()).boxed().toList());
        List<Integer> removed = new ArrayList<>();
        while (true) {
            int worst = -1;
            int most = 0;
            double largest = 0;
            for (int j : left) {
                int partners = 0;
                double sum = 0;
                for (int k : left) {
                    double rho = Math.abs(r.get(j, k));
                    if (k != j && rho > above) {
                        partners++;
                        sum += rho;
                    }
                }
                if (partners > most || partners == most && partners > 0 && sum >= largest) {
                    worst = j;
                    most = partners;
                    largest = sum;
                }
            }
            if (worst < 0) {
                return removed;
            }
            left.remove((Integer) worst);
            removed.add(worst);
        }
    }

    /// Groups of five columns that share a factor, rounded so that ties occur.
    private static Matrix blocks(long seed, int rows, int columns) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] x = new double[columns][rows];
        double[] factor = new double[rows];
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                factor[i] = j % 5 == 0 ? random.nextGaussian() : factor[i];
                x[j][i] = Math.rint(8 * (factor[i] + 0.5 * random.nextGaussian()));
            }
        }
        return Matrix.ofColumns(x);
    }

    private static Matrix symmetric(int p, String... entries) {
        double[][] r = new double[p][p];
        for (int j = 0; j < p; j++) {
            r[j][j] = 1;
        }
        for (String entry : entries) {
            String[] cells = entry.split(",");
            int a = Integer.parseInt(cells[0]);
            int b = Integer.parseInt(cells[1]);
            r[a][b] = Double.parseDouble(cells[2]);
            r[b][a] = r[a][b];
        }
        return Matrix.ofColumns(r);
    }
}
