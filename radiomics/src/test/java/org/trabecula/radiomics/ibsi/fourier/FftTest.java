package org.trabecula.radiomics.ibsi.fourier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Values of order 1 and at most 400 of them: 1e-11 leaves three digits for the definition's own rounding.
final class FftTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 12, 13, 15, 16, 23, 29, 45, 60, 64, 97, 128, 197, 210, 394})
    void equalsTheDefinition(int n) {
        int lines = 3;
        double[] re = random(n * lines, 1);
        double[] im = random(n * lines, 2);
        double[] expectedRe = new double[n * lines];
        double[] expectedIm = new double[n * lines];
        for (int line = 0; line < lines; line++) {
            for (int k = 0; k < n; k++) {
                for (int t = 0; t < n; t++) {
                    double angle = -2 * Math.PI * ((long) k * t % n) / n;
                    double x = re[t * lines + line];
                    double y = im[t * lines + line];
                    expectedRe[k * lines + line] += x * Math.cos(angle) - y * Math.sin(angle);
                    expectedIm[k * lines + line] += x * Math.sin(angle) + y * Math.cos(angle);
                }
            }
        }
        Fft fft = new Fft(n);
        fft.forward(re, im, fft.newSpare(lines), lines);
        assertThat(re).containsExactly(expectedRe, within(1e-11));
        assertThat(im).containsExactly(expectedIm, within(1e-11));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 30, 31, 97})
    void inverseUndoesForward(int n) {
        double[] re = random(n, 3);
        double[] im = random(n, 4);
        double[] wasRe = re.clone();
        double[] wasIm = im.clone();
        Fft fft = new Fft(n);
        fft.forward(re, im, fft.newSpare(1), 1);
        fft.inverse(re, im, fft.newSpare(1), 1);
        assertThat(re).containsExactly(wasRe, within(1e-12));
        assertThat(im).containsExactly(wasIm, within(1e-12));
    }

    private static double[] random(int n, long seed) {
        return new SplittableRandom(seed).doubles(n, -1, 1).toArray();
    }
}
