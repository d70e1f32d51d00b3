package org.trabecula.radiomics.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SymmetricEigenvaluesTest {
    /// A few rotations leave a few roundings of the largest eigenvalue.
    private static final double TOLERANCE = 1e-14;

    /// Trace, sum of principal minors and determinant are the symmetric functions of the eigenvalues.
    @RepeatedTest(20)
    void haveTheInvariantsOfTheMatrix(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        double[][] m = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = i; j < 3; j++) {
                m[i][j] = m[j][i] = random.nextGaussian();
            }
        }
        double[] l = SymmetricEigenvalues.of(m);
        double scale = Math.abs(l[0]) + Math.abs(l[2]);
        assertThat(l[0]).isGreaterThanOrEqualTo(l[1]);
        assertThat(l[1]).isGreaterThanOrEqualTo(l[2]);
        assertThat(l[0] + l[1] + l[2]).isCloseTo(m[0][0] + m[1][1] + m[2][2], within(TOLERANCE * scale));
        double minors = m[0][0] * m[1][1] - m[0][1] * m[0][1] + m[0][0] * m[2][2] - m[0][2] * m[0][2] + m[1][1] * m[2][2]
                - m[1][2] * m[1][2];
        assertThat(l[0] * l[1] + l[0] * l[2] + l[1] * l[2]).isCloseTo(minors, within(TOLERANCE * scale * scale));
        double determinant = m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[1][2])
                - m[0][1] * (m[0][1] * m[2][2] - m[1][2] * m[0][2])
                + m[0][2] * (m[0][1] * m[1][2] - m[1][1] * m[0][2]);
        assertThat(l[0] * l[1] * l[2]).isCloseTo(determinant, within(TOLERANCE * scale * scale * scale));
    }

    @Test
    void ofADiagonalMatrixAreItsEntriesLargestFirst() {
        assertThat(SymmetricEigenvalues.of(new double[][] {{1, 0, 0}, {0, 5, 0}, {0, 0, -2}})).containsExactly(5, 1, -2);
    }
}
