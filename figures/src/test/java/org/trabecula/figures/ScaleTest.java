package org.trabecula.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void ticksAreRoundNumbers() {
        assertThat(Scale.around(-0.13, 0.52, 6).ticks()).containsExactly(-0.2, -0.1, 0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6);
        assertThat(Scale.linear(17, 95, 5).ticks()).containsExactly(20.0, 40.0, 60.0, 80.0);
        assertThat(Scale.around(0, 12_000, 4).ticks()).containsExactly(0.0, 2000.0, 4000.0, 6000.0, 8000.0, 10_000.0, 12_000.0);
    }

    @Test
    void logarithmicTicksArePowersOfTenOrFinerWhenFew() {
        assertThat(Scale.logarithmic(0.001, 0.3).ticks()).containsExactly(0.001, 0.01, 0.1);
        assertThat(Scale.logarithmic(0.01, 0.3).ticks()).containsExactly(0.01, 0.02, 0.05, 0.1, 0.2);
    }

    @Test
    void labelsShowTheDecimalsThatTheTicksNeed() {
        Scale quarter = Scale.linear(0, 1, 4);
        assertThat(quarter.label(0.2)).isEqualTo("0.2");
        assertThat(Scale.around(0, 0.05, 5).label(0.01)).isEqualTo("0.01");
        assertThat(Scale.around(0, 500, 5).label(100)).isEqualTo("100");
        assertThat(Scale.logarithmic(0.001, 10).label(0.001)).isEqualTo("0.001");
        assertThat(Scale.around(-1, 1, 4).label(-0.0)).isEqualTo("0");
    }

    /// There is no half iteration, case or rank.
    @Test
    void whatIsCountedHasWholeTicks() {
        assertThat(Scale.counting(0, 2, 6).ticks()).containsExactly(0.0, 1.0, 2.0);
        assertThat(Scale.counting(0, 1, 6).ticks()).containsExactly(0.0, 1.0);
        assertThat(Scale.counting(0, 100, 5).ticks()).containsExactly(0.0, 20.0, 40.0, 60.0, 80.0, 100.0);
    }

    @Test
    void aNegativeTickHasATrueMinus() {
        assertThat(Scale.around(-1, 1, 4).label(-0.5)).isEqualTo("−0.5");
        assertThat(Scale.linear(-3e-6, 1e-6, 4).label(-2e-6)).isEqualTo("−2e−6");
    }

    @Test
    void aSingleValueGetsRoom() {
        Scale scale = Scale.around(5, 5, 4);
        assertThat(scale.low()).isLessThan(5);
        assertThat(scale.high()).isGreaterThan(5);
    }

    @Test
    void refusesLimitsThatAreNoRange() {
        assertThatThrownBy(() -> Scale.linear(1, 1, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Scale.linear(Double.NaN, 1, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Scale.logarithmic(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
