package org.trabecula.stats.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.stats.Interval;

class SelectionStabilityTest {
    private static final double LEVEL = 0.95;

    private static boolean[][] rows(String... rows) {
        boolean[][] selected = new boolean[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            selected[i] = new boolean[rows[i].length()];
            for (int f = 0; f < selected[i].length; f++) {
                selected[i][f] = rows[i].charAt(f) == '1';
            }
        }
        return selected;
    }

    /// @param share probability of each feature
    private static boolean[][] random(int fits, double[] share, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean[][] selected = new boolean[fits][share.length];
        for (boolean[] row : selected) {
            for (int f = 0; f < row.length; f++) {
                row[f] = random.nextDouble() < share[f];
            }
        }
        return selected;
    }

    @Test
    void theSameSelectionEveryTimeIsOneWithoutDoubt() {
        SelectionStability same = SelectionStability.of(rows("11000", "11000", "11000"), LEVEL);
        assertThat(same.stability()).isEqualTo(1, within(1e-15));
        assertThat(same.interval().lower()).isEqualTo(1, within(1e-12));
        assertThat(same.meanSize()).isEqualTo(2);
        assertThat(same.counts()).containsExactly(3, 3, 0, 0, 0);
    }

    /// Two selections with nothing in common that leave nothing out: −1 / (M − 1), the smallest there is.
    @Test
    void oppositesAreTheSmallestThereIs() {
        assertThat(SelectionStability.of(rows("1100", "0011"), LEVEL).stability()).isEqualTo(-1, within(1e-15));
    }

    /// By hand: p = (1, ⅔, ⅓, 0), k = 2, d = 4. (1/4)(3/2)(2/9 + 2/9) = 1/6; (1/2)(1/2) = 1/4; 1 − (1/6)/(1/4) = 1/3.
    @Test
    void aWorkedExample() {
        assertThat(SelectionStability.of(rows("1100", "1100", "1010"), LEVEL).stability()).isEqualTo(1 / 3.0, within(1e-15));
    }

    /// With selections of one size the measure is the mean of Kuncheva's index (r − k²/d) / (k − k²/d) over pairs, r shared features.
    @Test
    void ofOneSizeItIsKunchevasIndex() {
        boolean[][] selected = rows("1110000000", "1101000000", "0111000000", "1000110000", "1100000001");
        double expected = 0;
        int pairs = 0;
        for (int a = 0; a < selected.length; a++) {
            for (int b = a + 1; b < selected.length; b++) {
                boolean[] first = selected[a];
                boolean[] second = selected[b];
                long shared = IntStream.range(0, 10).filter(f -> first[f] && second[f]).count();
                expected += (shared - 0.9) / (3 - 0.9);
                pairs++;
            }
        }
        assertThat(SelectionStability.of(selected, LEVEL).stability()).isEqualTo(expected / pairs, within(1e-14));
    }

    /// Chance has an expectation of 0: the mean over 200 draws of 10 selections among 50 features lies within four of its standard errors.
    @Test
    void chanceIsZero() {
        double[] share = new double[50];
        Arrays.fill(share, 0.2);
        double[] drawn = IntStream.range(0, 200)
                .mapToDouble(seed -> SelectionStability.of(random(10, share, seed), LEVEL).stability())
                .toArray();
        double mean = Arrays.stream(drawn).average().orElseThrow();
        double sd = Math.sqrt(Arrays.stream(drawn).map(one -> (one - mean) * (one - mean)).sum() / 199);
        assertThat(sd).isLessThan(0.05);
        assertThat(Math.abs(mean)).isLessThan(4 * sd / Math.sqrt(200));
    }

    /// The variance is the delta method's; leaving out one selection after the other estimates the same. With 300 selections both differ by
    /// terms of 1/M.
    @Test
    void theIntervalIsThatOfTheJackknife() {
        double[] share = {0.95, 0.9, 0.7, 0.5, 0.5, 0.3, 0.2, 0.1, 0.05, 0.02, 0.01, 0};
        boolean[][] selected = random(300, share, 3);
        SelectionStability all = SelectionStability.of(selected, LEVEL);
        double[] without = IntStream.range(0, selected.length)
                .mapToDouble(left -> SelectionStability.of(
                                IntStream.range(0, selected.length).filter(i -> i != left).mapToObj(i -> selected[i]).toArray(boolean[][]::new),
                                LEVEL)
                        .stability())
                .toArray();
        double mean = Arrays.stream(without).average().orElseThrow();
        double jackknife = 299.0 / 300 * Arrays.stream(without).map(one -> (one - mean) * (one - mean)).sum();
        double half = (all.interval().upper() - all.interval().lower()) / 2;
        assertThat(half / 1.959963984540054).isCloseTo(Math.sqrt(jackknife), within(0.02 * Math.sqrt(jackknife)));
        assertThat(all.interval().lower()).isLessThan(all.stability());
    }

    @Test
    void nothingOrAllOrOneSelectionHasNoStability() {
        assertThat(SelectionStability.of(rows("000", "000"), LEVEL).stability()).isNaN();
        assertThat(SelectionStability.of(rows("111", "111"), LEVEL).interval()).isEqualTo(Interval.NONE);
        assertThat(SelectionStability.of(rows("101"), LEVEL).stability()).isNaN();
        assertThat(SelectionStability.of(new boolean[0][], LEVEL).stability()).isNaN();
    }
}
