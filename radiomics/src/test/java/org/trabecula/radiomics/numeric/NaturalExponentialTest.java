package org.trabecula.radiomics.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where the bits come from is tested where the reference's images are: `IntermediateImagesTest`.
class NaturalExponentialTest {
    /// Two ulps for this one, one for the library's.
    @Test
    void liesWithinThreeUlpsOfTheLibrarys() {
        Random random = new Random(1);
        for (int n = 0; n < 100_000; n++) {
            double x = (2 * random.nextDouble() - 1) * 707.9;
            double library = StrictMath.exp(x);
            assertThat(NaturalExponential.of(x)).as("exp %s", x).isCloseTo(library, within(3 * Math.ulp(library)));
        }
    }

    /// Where 16 x log₂ e is a whole number but for rounding, the wrong sixteenth would leave r outside its interval.
    @Test
    void takesTheRightSixteenthAtTheirBorders() {
        for (int sixteenth = -1000; sixteenth <= 1000; sixteenth++) {
            double border = sixteenth * Math.log(2) / 16;
            for (double x : new double[] {Math.nextDown(border), border, Math.nextUp(border)}) {
                double library = StrictMath.exp(x);
                assertThat(NaturalExponential.of(x)).as("exp %s", x).isCloseTo(library, within(3 * Math.ulp(library)));
            }
        }
    }

    @Test
    void ofZeroAndOfTheLeastIsOne() {
        assertThat(NaturalExponential.of(0)).isEqualTo(1);
        assertThat(NaturalExponential.of(-0.0)).isEqualTo(1);
        assertThat(NaturalExponential.of(Double.MIN_VALUE)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {708, 709.9, -708, -746, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void leavesTheEdgesToTheLibrary(double x) {
        assertThat(Double.valueOf(NaturalExponential.of(x))).isEqualTo(Double.valueOf(StrictMath.exp(x)));
    }
}
