package org.trabecula.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FourierTest {
    /// 8³ values: the sum has 512 terms of order 1, so rounding stays below 512 · 2⁻⁵³ · 10.
    private static final double ROUNDING = 1e-12;

    @Test
    void equalsTheDefinition() {
        int edge = 8;
        SplittableRandom random = new SplittableRandom(3);
        double[] re = random.doubles(edge * edge * edge, -1, 1).toArray();
        double[] im = random.doubles(edge * edge * edge, -1, 1).toArray();
        double[] gotRe = re.clone();
        double[] gotIm = im.clone();
        Fourier.cube(gotRe, gotIm, edge);
        int[][] frequencies = {{0, 0, 0}, {1, 0, 0}, {0, 3, 0}, {0, 0, 7}, {5, 2, 6}};
        for (int[] f : frequencies) {
            double sumRe = 0;
            double sumIm = 0;
            for (int n = 0; n < re.length; n++) {
                int i = n % edge;
                int j = n / edge % edge;
                int k = n / (edge * edge);
                double angle = -2 * Math.PI * (f[0] * i + f[1] * j + f[2] * k) / edge;
                sumRe += re[n] * Math.cos(angle) - im[n] * Math.sin(angle);
                sumIm += re[n] * Math.sin(angle) + im[n] * Math.cos(angle);
            }
            int at = f[0] + edge * (f[1] + edge * f[2]);
            assertThat(gotRe[at]).isCloseTo(sumRe, within(ROUNDING));
            assertThat(gotIm[at]).isCloseTo(sumIm, within(ROUNDING));
        }
    }

    @Test
    void refusesEdgesThatAreNoPowerOfTwo() {
        assertThatThrownBy(() -> Fourier.cube(new double[27], new double[27], 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("edge 3");
    }
}
