package org.trabecula.radiomics.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.image.Size;

class MirroredSplineTest {
    /// Sums of 64 products of numbers below 2, in another order: some hundred roundings of 1e-16.
    private static final double ROUNDING = 1e-13;
    private static final double[] SHIFTS = {0, 0.5, -0.5257311121191336, 0.85065080835204, -1, 1, 2.25, -3.75};

    private final double[] values = new SplittableRandom(7).doubles(9 * 5 * 6).toArray();
    private final Size size = new Size(9, 5, 6);
    private final MirroredSpline spline = new MirroredSpline(values, size);

    private double[] row(int first, int count, double i, double j, double k) {
        double[] row = new double[count];
        spline.row(spline.places(0, first, count, i), spline.places(1, 2, 1, j), 0, spline.places(2, 3, 1, k), 0, row);
        return row;
    }

    @Test
    void aSplineGoesThroughItsVoxels() {
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                double[] row = new double[size.i()];
                spline.row(spline.places(0, 0, size.i(), 0), spline.places(1, 0, size.j(), 0), j, spline.places(2, 0, size.k(), 0), k, row);
                for (int i = 0; i < size.i(); i++) {
                    assertThat(row[i]).isCloseTo(values[(k * size.j() + j) * size.i() + i], within(ROUNDING));
                }
            }
        }
    }

    /// The middle of a row is taken at once, its ends and what is outside place by place.
    @Test
    void aPlaceHasTheSameBitsWhereverItsRowBegins() {
        for (double i : SHIFTS) {
            for (double k : SHIFTS) {
                double[] whole = row(0, size.i(), i, 0.3, k);
                for (int n = 0; n < size.i(); n++) {
                    assertThat(row(n, 1, i, 0.3, k)).as("shift %s, place %d", i, n).containsExactly(whole[n]);
                    assertThat(row(n, Math.min(2, size.i() - n), i, 0.3, k)[0]).isEqualTo(whole[n]);
                }
            }
        }
    }

    @Test
    void outsideIsNothing() {
        assertThat(row(0, 9, 0, 0, 2.25)).containsOnly(0);
        assertThat(row(0, 9, 0, -2.5, 0)).containsOnly(0);
        assertThat(row(0, 3, -1, 0, 0)[0]).isZero();
        assertThat(row(0, 3, -1, 0, 0)[1]).isNotZero();
        assertThat(row(7, 2, 0.5, 0, 0)[0]).isNotZero();
        assertThat(row(7, 2, 0.5, 0, 0)[1]).isZero();
    }

    /// Along i neighbours are taken together where they can be, along k each by itself.
    @Test
    void aBlockWithItsAxesExchangedHasTheSameValues() {
        Size turned = new Size(size.k(), size.j(), size.i());
        double[] exchanged = new double[values.length];
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                for (int i = 0; i < size.i(); i++) {
                    exchanged[(i * size.j() + j) * size.k() + k] = values[(k * size.j() + j) * size.i() + i];
                }
            }
        }
        MirroredSpline other = new MirroredSpline(exchanged, turned);
        double[] one = new double[1];
        for (double shift : SHIFTS) {
            double[] whole = row(0, size.i(), shift, 0.3, 0.4);
            for (int n = 0; n < size.i(); n++) {
                other.row(other.places(0, 3, 1, 0.4), other.places(1, 2, 1, 0.3), 0, other.places(2, n, 1, shift), 0, one);
                assertThat(one[0]).isCloseTo(whole[n], within(ROUNDING));
            }
        }
    }
}
