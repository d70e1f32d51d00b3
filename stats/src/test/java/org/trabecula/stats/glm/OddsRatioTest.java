package org.trabecula.stats.glm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OddsRatioTest {
    /// R 4.2.2: `exp(0.5 + c(0, -1, 1) * qnorm(0.975) * 0.2)`. Three exponentials round, a few 1e-16.
    @Test
    void isWhatRGives() {
        OddsRatio odds = OddsRatio.of(0.5, 0.2, 0.95);
        assertThat(odds.ratio()).isCloseTo(1.648721270700128, within(1e-14));
        assertThat(odds.interval().lower()).isCloseTo(1.114055770003759, within(1e-14));
        assertThat(odds.interval().upper()).isCloseTo(2.439987208584605, within(1e-14));
    }

    @Test
    void turningTheTermRoundInvertsRatioAndLimits() {
        OddsRatio one = OddsRatio.of(-1.3, 0.7, 0.9);
        OddsRatio turned = OddsRatio.of(1.3, 0.7, 0.9);
        assertThat(turned.ratio() * one.ratio()).isCloseTo(1, within(1e-15));
        assertThat(turned.interval().upper() * one.interval().lower()).isCloseTo(1, within(1e-15));
    }

    @Test
    void withoutAStandardErrorThereAreNoLimits() {
        OddsRatio odds = OddsRatio.of(1, Double.NaN, 0.95);
        assertThat(odds.ratio()).isEqualTo(Math.E);
        assertThat(odds.interval().lower()).isNaN();
        assertThat(odds.interval().upper()).isNaN();
    }
}
