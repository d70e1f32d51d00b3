package org.trabecula.radiomics.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where the bits come from is tested where the reference's images are: `IntermediateImagesTest`.
class NaturalLogarithmTest {
    /// Two ulps for this one, one for the library's.
    @Test
    void liesWithinThreeUlpsOfTheLibrarys() {
        Random random = new Random(1);
        for (int n = 0; n < 100_000; n++) {
            double x = Math.scalb(1 + random.nextDouble(), random.nextInt(-40, 40));
            double library = StrictMath.log(x);
            assertThat(NaturalLogarithm.of(x)).as("ln %s", x).isCloseTo(library, within(3 * Math.ulp(library)));
        }
    }

    /// Near 1 the nodes must not leave a rest of the size of their own rounding.
    @Test
    void losesNoDigitsNearOne() {
        for (double h = 0x1p-52; h < 0.07; h *= 3) {
            double library = StrictMath.log(1 + h);
            assertThat(NaturalLogarithm.of(1 + h)).as("ln(1 + %s)", h).isCloseTo(library, within(3 * Math.ulp(library)));
        }
        assertThat(NaturalLogarithm.of(1)).isZero();
    }

    @Test
    void ofAPowerOfTwoIsAMultipleOfLn2() {
        assertThat(NaturalLogarithm.of(2)).isEqualTo(Math.log(2));
        assertThat(NaturalLogarithm.of(0x1p-1022)).isEqualTo(-1022 * Math.log(2));
        assertThat(NaturalLogarithm.of(0x1p1023)).isEqualTo(1023 * Math.log(2));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE})
    void leavesTheEdgesToTheLibrary(double x) {
        assertThat(Double.valueOf(NaturalLogarithm.of(x))).isEqualTo(Double.valueOf(StrictMath.log(x)));
    }
}
