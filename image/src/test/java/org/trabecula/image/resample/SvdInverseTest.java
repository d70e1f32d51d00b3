package org.trabecula.image.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SvdInverseTest {
    @Test
    void timesTheMatrixIsTheIdentity() {
        SplittableRandom random = new SplittableRandom(11);
        for (int trial = 0; trial < 200; trial++) {
            double[] m = new double[9];
            for (int n = 0; n < 9; n++) {
                m[n] = random.nextDouble(-2, 2);
            }
            m[0] += 4;
            m[4] -= 4;
            m[8] += 4; // far from singular, so that 1e-14 is a few roundings
            double[] inverse = SvdInverse.of(m);
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 3; column++) {
                    double sum = 0;
                    for (int k = 0; k < 3; k++) {
                        sum += m[3 * row + k] * inverse[3 * k + column];
                    }
                    assertThat(sum).isCloseTo(row == column ? 1 : 0, within(1e-14));
                }
            }
        }
    }

    @Test
    void invertsAnAxisParallelMatrixExactly() {
        double[] inverse = SvdInverse.of(new double[] {0, -0.7, 0, 0.8, 0, 0, 0, 0, 3});
        assertThat(inverse).containsExactly(new double[] {0, 1 / 0.8, 0, -1 / 0.7, 0, 0, 0, 0, 1.0 / 3}, within(1e-16));
    }
}
