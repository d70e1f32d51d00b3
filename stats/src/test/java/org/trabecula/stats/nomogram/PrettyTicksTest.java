package org.trabecula.stats.nomogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/// Expected values are those that `pretty(c(lowest, highest), n)` of R 4.2.2 prints for these ranges by its documented rule.
class PrettyTicksTest {
    @Test
    void stepsAreOneTwoOrFiveTimesAPowerOfTen() {
        assertThat(PrettyTicks.of(43.3, 95, 10)).containsExactly(40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95);
        assertThat(PrettyTicks.of(-3.2313, 3.8129, 10)).containsExactly(-4, -3, -2, -1, 0, 1, 2, 3, 4);
        assertThat(PrettyTicks.of(0, 157.85, 10)).containsExactly(0, 20, 40, 60, 80, 100, 120, 140, 160);
    }

    @Test
    void coverTheRangeAndRise() {
        java.util.SplittableRandom random = new java.util.SplittableRandom(20);
        for (int trial = 0; trial < 2000; trial++) {
            double low = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-6, 7));
            double high = low + random.nextDouble() * Math.pow(10, random.nextInt(-6, 7));
            double[] ticks = PrettyTicks.of(low, high, 10);
            assertThat(ticks[0]).isLessThanOrEqualTo(low);
            assertThat(ticks[ticks.length - 1]).isGreaterThanOrEqualTo(high);
            assertThat(ticks.length).as("%s … %s", low, high).isBetween(4, 24);
            for (int k = 1; k < ticks.length; k++) {
                assertThat(ticks[k]).isGreaterThan(ticks[k - 1]);
            }
        }
    }

    @Test
    void aSingleValueStillHasAnAxis() {
        assertThat(PrettyTicks.of(5, 5, 10)).hasSizeGreaterThan(2).contains(5);
        assertThat(PrettyTicks.of(0, 0, 10)).contains(0);
        assertThatThrownBy(() -> PrettyTicks.of(Double.NaN, 1, 10)).isInstanceOf(IllegalArgumentException.class);
    }
}
