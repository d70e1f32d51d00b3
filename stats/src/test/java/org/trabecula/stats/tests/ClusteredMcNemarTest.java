package org.trabecula.stats.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.stats.Clusters;

class ClusteredMcNemarTest {
    @Test
    void onePairAClusterIsMcNemarsTest() {
        SplittableRandom random = new SplittableRandom(4);
        boolean[] first = new boolean[60];
        boolean[] second = new boolean[60];
        int[][] counts = new int[2][2];
        for (int pair = 0; pair < first.length; pair++) {
            first[pair] = random.nextInt(10) < 8;
            second[pair] = random.nextInt(10) < 6;
            counts[first[pair] ? 1 : 0][second[pair] ? 1 : 0]++;
        }
        TestResult plain = new ContingencyTable(counts).mcNemar(false);
        TestResult clustered = ClusteredMcNemar.of(first, second, Clusters.singletons(60));
        assertThat(clustered.statistic()).isCloseTo(plain.statistic(), within(1e-12)); // sums of small whole numbers
        assertThat(clustered.p()).isCloseTo(plain.p(), within(1e-12));
    }

    /// By hand: clusters of 2, 1, 3 and 1 pairs with b − c of 2, −1, 1 and 0: means 1, −1, 1/3, 0. χ² = (1/3)² / (1 + 1 + 1/9) = 1/19.
    @Test
    void aClusterCountsOnceHoweverManyPairsItHas() {
        boolean[] first = {true, true, false, true, true, false, true};
        boolean[] second = {false, false, true, false, true, false, true};
        TestResult found = ClusteredMcNemar.of(first, second, Clusters.of(List.of("a", "a", "b", "c", "c", "c", "d")));
        assertThat(found.statistic()).isCloseTo(1 / 19.0, within(1e-14));
        assertThat(found.df1()).isEqualTo(1);
    }

    @Test
    void readersThatNeverDifferAreNotCompared() {
        boolean[] same = {true, false, true};
        assertThat(ClusteredMcNemar.of(same, same, Clusters.singletons(3)).p()).isNaN();
    }
}
