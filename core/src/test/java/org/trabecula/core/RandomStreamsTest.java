package org.trabecula.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {
    /// `printf '20/folds/hcr' | sha256sum | cut -c1-16` (coreutils 9.1): the rule is documented, so that another program can
    /// follow it. Results of every study rest on it.
    @Test
    void aStreamsSeedIsTheHeadOfAHash() {
        assertThat(new RandomStreams(20).seedOf("folds/hcr")).isEqualTo(0x1ae5c26adcef4133L);
    }

    @Test
    void theSameNameGivesTheSameStreamWhateverElseDraws() {
        RandomStreams streams = new RandomStreams(1);
        long first = streams.stream("a").nextLong();
        streams.stream("b").nextLong();
        assertThat(streams.stream("a").nextLong()).isEqualTo(first);
        assertThat(streams.stream("b").nextLong()).isNotEqualTo(first);
        assertThat(new RandomStreams(2).stream("a").nextLong()).isNotEqualTo(first);
    }

    @Test
    void streamsBelowAPrefixAreTheirOwn() {
        RandomStreams streams = new RandomStreams(1);
        Set<Long> seeds = new HashSet<>();
        for (String fold : new String[] {"fold-1", "fold-2"}) {
            for (String use : new String[] {"svm", "lasso"}) {
                seeds.add(streams.within(fold).seedOf(use));
            }
        }
        assertThat(seeds).hasSize(4);
        assertThat(streams.within("fold-1").seed()).isEqualTo(streams.seedOf("fold-1"));
    }

    @Test
    void shufflingKeepsEveryItemAndReachesEveryOrder() {
        Set<String> orders = new HashSet<>();
        for (int seed = 0; seed < 200; seed++) {
            int[] items = IntStream.range(0, 3).toArray();
            RandomStreams.shuffle(items, new SplittableRandom(seed));
            assertThat(Arrays.stream(items).sorted().toArray()).containsExactly(0, 1, 2);
            orders.add(Arrays.toString(items));
        }
        assertThat(orders).hasSize(6); // one of six is missed by 200 fair shuffles with probability 6 (5/6)^200 < 1e-15
    }
}
