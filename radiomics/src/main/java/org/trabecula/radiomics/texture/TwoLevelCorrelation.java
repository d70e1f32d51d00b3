package org.trabecula.radiomics.texture;

/// The second eigenvalue of [MaximalCorrelation]'s Q where no more than two levels stand first in a pair, as LAPACK rounds it.
///
/// Where the two levels are independent, it is 0 but for rounding, and PyRadiomics' MCC is the root of what rounding leaves: some
/// 7·10⁻⁹ in place of 0 along one direction, which shows in the mean over few directions. Kernels of feature maps meet this case
/// often. So Q is summed in NumPy's order here, and its 2 × 2 block goes the way of LAPACK's `dgeev`: rows of zeros are moved to the
/// end (which may exchange the two levels), the block is balanced by powers of two (`dgebal`), and split by `dlanv2`.
///
/// Source: PyRadiomics `glcm.py`, `getMCCFeatureValue`; LAPACK 3.12, `dgebal.f`, `dlahqr.f`, `dlanv2.f`.
final class TwoLevelCorrelation {
    private static final double BALANCED = 0.95;
    private static final int MOST_ROUNDS = 100;

    /// `dlanv2` takes a smaller discriminant for that of a double eigenvalue.
    private static final double DOUBLE_EIGENVALUE = 4 * 0x1p-52;

    private TwoLevelCorrelation() {}

    /// How many levels stand first in a pair.
    static int levels(JointDistribution d) {
        int levels = 0;
        for (int rank = 1; rank <= d.ranks(); rank++) {
            levels += d.px(rank) > 0 ? 1 : 0;
        }
        return levels;
    }

    /// The coefficient; NaN, as NumPy's root has it, where the region has two levels in all and rounding left less than 0 (with more
    /// levels, a row of zeros gives the second largest eigenvalue then).
    ///
    /// @param d of one or two levels, on a region of several
    static double of(JointDistribution d) {
        int first = nextLevel(d, 0);
        int second = nextLevel(d, first);
        if (second == 0) {
            return 0;
        }
        double[][] q = {{q(d, first, first), q(d, first, second)}, {q(d, second, first), q(d, second, second)}};
        double smaller = q[0][1] == 0 || q[1][0] == 0 ? Math.min(q[0][0], q[1][1]) : smallerEigenvalue(ordered(q, d, first));
        boolean rowsOfZeros = d.region().present() > 2;
        return Math.sqrt(rowsOfZeros ? Math.max(0, smaller) : smaller);
    }

    private static int nextLevel(JointDistribution d, int after) {
        for (int rank = after + 1; rank <= d.ranks(); rank++) {
            if (d.px(rank) > 0) {
                return rank;
            }
        }
        return 0;
    }

    /// `Q_ij = Σ_k p_ik p_jk / (p_x(i) p_y(k) + ε)`, added in the order of k.
    private static double q(JointDistribution d, int i, int j) {
        double sum = 0;
        for (int k = 1; k <= d.ranks(); k++) {
            double product = p(d, i, k) * p(d, j, k);
            sum += product == 0 ? 0 : product / (d.px(i) * d.py(k) + Entropy.PYRADIOMICS_GUARD);
        }
        return sum;
    }

    private static double p(JointDistribution d, int i, int k) {
        for (int cell = 0; cell < d.cells(); cell++) {
            if (d.row(cell) == i && d.column(cell) == k) {
                return d.p(cell);
            }
        }
        return 0;
    }

    /// The block as `dgebal` leaves it when it has moved the rows of zeros to the end: each row of zeros below the lower level takes the
    /// upper of the two places in turn, so an odd number of them exchanges the two.
    private static double[][] ordered(double[][] q, JointDistribution d, int first) {
        boolean isExchanged = d.region().below(d.levelOfRank(first)) % 2 == 1;
        return isExchanged ? new double[][] {{q[1][1], q[1][0]}, {q[0][1], q[0][0]}} : q;
    }

    private static double smallerEigenvalue(double[][] block) {
        double[][] q = balanced(block);
        double a = q[0][0];
        double b = q[0][1];
        double c = q[1][0];
        double d = q[1][1];
        double p = 0.5 * (a - d);
        double larger = Math.max(b, c); // both are positive
        double lesser = Math.min(b, c);
        double scale = Math.max(Math.abs(p), larger);
        double z = p / scale * p + larger / scale * lesser;
        if (z < DOUBLE_EIGENVALUE) {
            return (a + d) / 2;
        }
        z = p + Math.copySign(Math.sqrt(scale) * Math.sqrt(z), p);
        return Math.min(d + z, d - larger / z * lesser);
    }

    /// Balances row and column norms by powers of two.
    private static double[][] balanced(double[][] q) {
        boolean changed = true;
        for (int round = 0; changed && round < MOST_ROUNDS; round++) {
            changed = false;
            for (int i = 0; i < 2; i++) {
                double c = Math.hypot(q[0][i], q[1][i]);
                double r = Math.hypot(q[i][0], q[i][1]);
                double before = c + r;
                double f = 1;
                while (c < r / 2) {
                    f *= 2;
                    c *= 2;
                    r /= 2;
                }
                while (c / 2 >= r) {
                    f /= 2;
                    c /= 2;
                    r *= 2;
                }
                if (c + r < BALANCED * before) {
                    changed = true;
                    q[i][1 - i] /= f;
                    q[1 - i][i] *= f;
                }
            }
        }
        return q;
    }
}
