package org.trabecula.deep.finetune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearningRateTest {
    /// A cosine and two sums of numbers up to 1 round to a few 1e-16; the table has 16 digits.
    private static final double ROUNDING = 1e-12;

    /// By hand from SGDR, equation 5: T_0 = 10, doubled at each restart.
    @ParameterizedTest
    @CsvSource({
        "0, 1", "5, 0.5", "2.5, 0.8535533905932737", "9.999999, 0.0000000000000247", "10, 1", "20, 0.5", "29.999999, 0", "30, 1", "50, 0.5"
    })
    void cosineRestartsAfterTenAndThirtyEpochs(double epochs, double share) {
        assertThat(new LearningRate.CosineRestarts(10, 2, 0).share(epochs)).isCloseTo(share, within(ROUNDING));
    }

    @Test
    void theLowestShareIsKept() {
        assertThat(new LearningRate.CosineRestarts(4, 1, 0.1).share(2)).isCloseTo(0.55, within(ROUNDING));
        assertThat(new LearningRate.Constant().share(7.3)).isEqualTo(1);
    }
}
