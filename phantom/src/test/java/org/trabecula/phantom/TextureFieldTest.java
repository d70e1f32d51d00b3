package org.trabecula.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TextureFieldTest {
    private static final int EDGE = 64;
    private static final double VOXEL_MM = 0.8;
    private final TextureField field = TextureField.draw(EDGE, VOXEL_MM, new SplittableRandom(11));

    @Test
    void theSpectrumFallsByTheStatedPower() {
        // along x between 1/10 and 1/2.5 cycles per mm, well above the corner at 1/16
        double slow = power(5);
        double fast = power(20);
        double slope = -Math.log(fast / slow) / Math.log(20.0 / 5);
        // the corner frequency flattens the low end: -dlnP/dlnf = SLOPE · f²/(f² + f_0²), averaged over the range
        double low = 5 / (EDGE * VOXEL_MM);
        double high = 20 / (EDGE * VOXEL_MM);
        double corner = TextureField.CORNER;
        double expected = TextureField.SLOPE
                / 2
                * Math.log((high * high + corner * corner) / (low * low + corner * corner))
                / Math.log(high / low);
        // each power is a mean over 2·(2·4+1)² = 162 exponential variates: 8 % each, so 0.08·√2/ln 4 = 0.08; three of it
        assertThat(slope).isCloseTo(expected, within(0.25));
    }

    @Test
    void bothFieldsHaveVarianceOneAndAreUnrelated() {
        double[][] v = {values(0), values(1)};
        for (double[] f : v) {
            double mean = mean(f, f, 0);
            assertThat(mean).isCloseTo(0, within(1e-6));
            // low frequencies dominate, so one cube's variance scatters; 64 waves below the corner give about 0.2
            assertThat(mean(f, f, 1)).isCloseTo(1, within(0.4));
        }
        assertThat(Math.abs(mean(v[0], v[1], 1))).isLessThan(0.3);
    }

    @Test
    void trabeculaeRunAlongTheLoad() {
        assertThat(correlation(0, 0, 3)).isGreaterThan(correlation(3, 0, 0) + 0.03);
    }

    @Test
    void repeatsAfterOneEdge() {
        double edgeMm = EDGE * VOXEL_MM;
        assertThat(field.at(1, 3.1 - edgeMm, 4.7 + edgeMm, 5.9)).isCloseTo(field.at(1, 3.1, 4.7, 5.9), within(1e-5));
    }

    /// Mean power at `f` waves per edge along x, over neighbouring frequencies along y and z, both fields.
    private double power(int f) {
        double total = 0;
        for (int which = 0; which < 2; which++) {
            double[] re = values(which);
            double[] im = new double[re.length];
            Fourier.cube(re, im, EDGE);
            for (int j = -4; j <= 4; j++) {
                for (int k = -4; k <= 4; k++) {
                    int at = f + EDGE * (Math.floorMod(j, EDGE) + EDGE * Math.floorMod(k, EDGE));
                    double fx = f;
                    double fz = TextureField.STRETCH * k;
                    double off = Math.pow((fx * fx) / (fx * fx + j * j + fz * fz), -TextureField.SLOPE / 2);
                    total += off * (re[at] * re[at] + im[at] * im[at]);
                }
            }
        }
        return total;
    }

    private double correlation(int i, int j, int k) {
        double sum = 0;
        double squares = 0;
        for (int z = 0; z < EDGE; z++) {
            for (int y = 0; y < EDGE; y++) {
                for (int x = 0; x < EDGE; x++) {
                    double here = at(0, x, y, z);
                    sum += here * at(0, x + i, y + j, z + k);
                    squares += here * here;
                }
            }
        }
        return sum / squares;
    }

    private double at(int which, int i, int j, int k) {
        return field.at(which, i * VOXEL_MM, j * VOXEL_MM, k * VOXEL_MM);
    }

    private double[] values(int which) {
        double[] values = new double[EDGE * EDGE * EDGE];
        for (int n = 0; n < values.length; n++) {
            values[n] = at(which, n % EDGE, n / EDGE % EDGE, n / (EDGE * EDGE));
        }
        return values;
    }

    private static double mean(double[] a, double[] b, int power) {
        double sum = 0;
        for (int n = 0; n < a.length; n++) {
            sum += power == 0 ? a[n] : a[n] * b[n];
        }
        return sum / a.length;
    }
}
