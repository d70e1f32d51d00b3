package org.trabecula.radiomics.texture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.radiomics.settings.Slicing;

/// The maximal correlation coefficient against all eigenvalues of the symmetric form by Jacobi rotations.
///
/// Both leave an error of some ulp in the eigenvalue, whose root then has 1e-12 down to a coefficient of 1e-3; a coefficient
/// that is 0 in exact arithmetic may come out as the root of one ulp, 1e-8. The symmetric form has no ε = 2⁻⁵², which moves an
/// eigenvalue by up to ε over the smallest p_x p_y: 1e-12 here for some ten levels, but not for hundreds.
class MaximalCorrelationTest {
    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void equalsTheSecondEigenvalue(long seed) {
        RandomLevels region = RandomLevels.of(seed);
        List<NeighbourStep> directions = NeighbourStep.of(region.size(), NeighbourStep.ADJACENT, Slicing.NONE);
        for (boolean symmetrical : new boolean[] {true, false}) {
            for (CooccurrenceMatrix matrix :
                    CooccurrenceMatrix.perDirection(region.image(), directions, symmetrical)) {
                if (!matrix.isEmpty()) {
                    JointDistribution d = new JointDistribution(matrix, Entropy.PYRADIOMICS_GUARD);
                    double expected = d.ranks() == 1 ? 1 : byJacobi(d);
                    double own = MaximalCorrelation.of(d);
                    assertThat(own).isCloseTo(expected, within(expected < 1e-3 ? 1e-7 : 1e-12));
                }
            }
        }
    }

    /// A smooth ramp of 200 levels with noise: a large matrix whose leading eigenvalues lie close together.
    @Test
    void settlesWhereEigenvaluesAreClose() {
        Size size = new Size(20, 20, 20);
        int[] levels = new int[8000];
        Arrays.setAll(levels, at -> 1 + (at % 20 + at / 20 % 20 + at / 400) * 3 + at * 31 % 7);
        LevelImage image = LevelImage.of(size, Spacing.isotropic(1), levels);
        CooccurrenceMatrix matrix = CooccurrenceMatrix.perDirection(
                        image, List.of(new NeighbourStep(1, 0, 0)), true)
                .getFirst();
        JointDistribution d = new JointDistribution(matrix, Entropy.PYRADIOMICS_GUARD);
        double own = MaximalCorrelation.of(d);
        assertThat(own).isCloseTo(byJacobi(d), within(1e-8)).isBetween(0.9, 1.0); // ε ≤ 1e-8 of the rarest p_x p_y
        assertThat(own).isCloseTo(Math.sqrt(nearestEigenvalue(guarded(d), own * own)), within(1e-13));
    }

    /// Two groups of levels that never meet: the second eigenvalue is 1 as well.
    @Test
    void isOneWhereLevelsFallIntoTwoGroups() {
        int[] levels = {1, 2, 1, 0, 5, 6, 6};
        LevelImage image = LevelImage.of(new Size(7, 1, 1), Spacing.isotropic(1), levels);
        CooccurrenceMatrix matrix =
                CooccurrenceMatrix.perDirection(image, List.of(new NeighbourStep(1, 0, 0)), true).getFirst();
        JointDistribution d = new JointDistribution(matrix, Entropy.PYRADIOMICS_GUARD);
        assertThat(MaximalCorrelation.of(d)).isCloseTo(1, within(1e-14)); // ε is 4e-15 of the smallest p_x p_y
    }

    /// A single row of Q that is not zero has a single eigenvalue that is not: PyRadiomics gives 0.
    @Test
    void isZeroWhereOneLevelStandsFirstInEveryPair() {
        LevelImage image = LevelImage.of(new Size(2, 1, 1), Spacing.isotropic(1), new int[] {1, 2});
        CooccurrenceMatrix matrix = CooccurrenceMatrix.perDirection(image, List.of(new NeighbourStep(1, 0, 0)), false)
                .getFirst();
        assertThat(MaximalCorrelation.of(new JointDistribution(matrix, Entropy.PYRADIOMICS_GUARD))).isZero();
    }

    /// Q as the definition has it, with ε.
    private static double[][] guarded(JointDistribution d) {
        int n = d.ranks();
        double[][] p = new double[n][n];
        for (int cell = 0; cell < d.cells(); cell++) {
            p[d.row(cell) - 1][d.column(cell) - 1] = d.p(cell);
        }
        double[][] q = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    q[i][j] += p[i][k] * p[j][k] / (d.px(i + 1) * d.py(k + 1) + Math.ulp(1.0));
                }
            }
        }
        return q;
    }

    /// The eigenvalue of `q` next to `guess`, by inverse iteration, which needs no symmetry.
    private static double nearestEigenvalue(double[][] q, double guess) {
        double shift = guess + 1e-7; // beside the eigenvalue, so that the matrix can be solved
        double[] x = new double[q.length];
        Arrays.setAll(x, i -> i % 7 - 3.1);
        double step = 0;
        for (int iteration = 0; iteration < 30; iteration++) {
            double[] next = solveShifted(q, shift, x);
            int largest = 0;
            for (int i = 0; i < next.length; i++) {
                largest = Math.abs(next[i]) > Math.abs(next[largest]) ? i : largest;
            }
            step = x[largest] / next[largest];
            double scale = next[largest];
            Arrays.setAll(x, i -> next[i] / scale);
        }
        return shift + step;
    }

    /// `(q − shift I)⁻¹ x` by elimination with row pivoting.
    private static double[] solveShifted(double[][] q, double shift, double[] x) {
        int n = x.length;
        double[][] a = new double[n][];
        for (int i = 0; i < n; i++) {
            a[i] = Arrays.copyOf(q[i], n + 1);
            a[i][i] -= shift;
            a[i][n] = x[i];
        }
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int i = column + 1; i < n; i++) {
                pivot = Math.abs(a[i][column]) > Math.abs(a[pivot][column]) ? i : pivot;
            }
            double[] row = a[pivot];
            a[pivot] = a[column];
            a[column] = row;
            for (int i = column + 1; i < n; i++) {
                double factor = a[i][column] / row[column];
                for (int j = column; factor != 0 && j <= n; j++) {
                    a[i][j] -= factor * row[j];
                }
            }
        }
        double[] solution = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double rest = a[i][n];
            for (int j = i + 1; j < n; j++) {
                rest -= a[i][j] * solution[j];
            }
            solution[i] = rest / a[i][i];
        }
        return solution;
    }

    /// The root of the second largest eigenvalue of `B Bᵀ`, `B_ik = p_ik / √(p_x(i) p_y(k))`.
    private static double byJacobi(JointDistribution d) {
        int n = d.ranks();
        double[][] b = new double[n][n];
        for (int cell = 0; cell < d.cells(); cell++) {
            double scale = Math.sqrt(d.px(d.row(cell)) * d.py(d.column(cell)));
            b[d.row(cell) - 1][d.column(cell) - 1] = d.p(cell) / scale;
        }
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    a[i][j] += b[i][k] * b[j][k];
                }
            }
        }
        for (int sweep = 0; sweep < 30; sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(a, p, q);
                }
            }
        }
        double[] eigenvalues = new double[n];
        Arrays.setAll(eigenvalues, i -> a[i][i]);
        Arrays.sort(eigenvalues);
        return Math.sqrt(Math.max(0, eigenvalues[n - 2]));
    }

    private static void rotate(double[][] a, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int k = 0; k < a.length; k++) {
            double kp = a[k][p];
            double kq = a[k][q];
            a[k][p] = c * kp - s * kq;
            a[k][q] = s * kp + c * kq;
        }
        for (int k = 0; k < a.length; k++) {
            double pk = a[p][k];
            double qk = a[q][k];
            a[p][k] = c * pk - s * qk;
            a[q][k] = s * pk + c * qk;
        }
    }
}
