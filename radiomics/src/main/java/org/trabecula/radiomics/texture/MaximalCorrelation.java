package org.trabecula.radiomics.texture;

import java.util.Arrays;

/// Maximal correlation coefficient — PyRadiomics `MCC`; not in the IBSI.
///
/// ```
/// MCC = √(second largest eigenvalue of Q),    Q_ij = Σ_k p_ik p_jk / (p_x(i) p_y(k) + ε),   ε = 2⁻⁵²
/// ```
///
/// Without ε, Q is similar to `B Bᵀ` with `B_ik = p_ik / √(p_x(i) p_y(k))`, whose largest singular value is 1 with the
/// vectors √p_x and √p_y. So the second eigenvalue is the largest of `A = C Cᵀ`, `C = B − √p_x √p_yᵀ`, found by Lanczos
/// steps that touch the non-zero p_ij only. With its eigenvector y (unit length), `λ = Σ_ij l_i Q_ij r_j` for the left and right
/// vectors `l = √p_x y`, `r = y/√p_x` then brings ε back in, to second order in what ε changes.
///
/// Sources: Haralick et al. 1973, doi:10.1109/TSMC.1973.4309314; Lanczos steps with full reorthogonalisation: Golub and Van
/// Loan, Matrix Computations, 4th ed., section 10.3.
final class MaximalCorrelation {
    /// Lanczos steps between looks at the largest eigenvalue of the tridiagonal matrix.
    private static final int STEPS_PER_LOOK = 4;

    /// Matrices of up to so many levels are reduced as a whole: no start vector can miss the wanted one there.
    private static final int FEW_LEVELS = 32;

    /// What is left of a unit vector without its part along √p_x, when that part was all but rounding.
    private static final double NOTHING_LEFT = 1e-6;

    /// The eigenvalue has settled when it grew by no more than this fraction between two looks.
    private static final double SETTLED = 1e-14;

    private final JointDistribution d;
    private final int ranks;
    private final double[] rootX;
    private final double[] rootY;

    private MaximalCorrelation(JointDistribution d) {
        this.d = d;
        this.ranks = d.ranks() + 1;
        this.rootX = new double[ranks];
        this.rootY = new double[ranks];
        for (int rank = 1; rank < ranks; rank++) {
            rootX[rank] = Math.sqrt(d.px(rank));
            rootY[rank] = Math.sqrt(d.py(rank));
        }
    }

    /// The coefficient, in [0, 1]; 1 for a region of one level, NaN for an empty matrix.
    static double of(JointDistribution d) {
        if (d.isEmpty()) {
            return Double.NaN;
        }
        if (d.region().present() == 1) {
            return 1;
        }
        int levels = TwoLevelCorrelation.levels(d);
        if (levels <= 2) {
            return TwoLevelCorrelation.of(d);
        }
        MaximalCorrelation problem = new MaximalCorrelation(d);
        double[] vector = levels <= FEW_LEVELS ? problem.vectorOfFew(levels) : problem.leadingVector();
        return Math.sqrt(Math.max(0, problem.guardedEigenvalue(vector)));
    }

    /// `A v = C (Cᵀ v)`.
    private double[] apply(double[] v) {
        double[] w = new double[ranks];
        double onX = dot(rootX, v);
        for (int cell = 0; cell < d.cells(); cell++) {
            int i = d.row(cell);
            w[d.column(cell)] += d.p(cell) / rootX[i] * v[i];
        }
        for (int k = 1; k < ranks; k++) {
            w[k] = rootY[k] == 0 ? 0 : w[k] / rootY[k] - onX * rootY[k];
        }
        double onY = dot(rootY, w);
        double[] result = new double[ranks];
        for (int cell = 0; cell < d.cells(); cell++) {
            int k = d.column(cell);
            result[d.row(cell)] += d.p(cell) / rootY[k] * w[k];
        }
        for (int i = 1; i < ranks; i++) {
            result[i] = rootX[i] == 0 ? 0 : result[i] / rootX[i] - onY * rootX[i];
        }
        return result;
    }

    /// The unit eigenvector of the largest eigenvalue of A; a vector orthogonal to √p_x, or 0, where A is 0.
    private double[] leadingVector() {
        double[][] basis = new double[16][];
        double[] diagonal = new double[16];
        double[] beside = new double[16];
        double[] next = startVector();
        double settled = 0;
        double scale = 0;
        int steps = 0;
        while (true) {
            if (steps == basis.length) {
                basis = Arrays.copyOf(basis, 2 * steps);
                diagonal = Arrays.copyOf(diagonal, 2 * steps);
                beside = Arrays.copyOf(beside, 2 * steps);
            }
            basis[steps] = next;
            next = apply(next);
            diagonal[steps] = dot(next, basis[steps]);
            for (int twice = 0; twice < 2; twice++) { // once leaves rounding along the basis, twice is enough
                for (int b = steps; b >= 0; b--) {
                    subtract(next, dot(next, basis[b]), basis[b]);
                }
            }
            double length = Math.sqrt(dot(next, next));
            beside[steps] = length;
            scale = Math.max(scale, Math.abs(diagonal[steps]) + length);
            steps++;
            boolean exhausted = steps >= ranks - 1 || length <= 1e-15 * scale;
            if (exhausted || steps % STEPS_PER_LOOK == 0) {
                double largest = SymmetricTridiagonal.largestEigenvalue(diagonal, beside, steps);
                if (exhausted || largest - settled <= SETTLED * largest) {
                    return combine(basis, SymmetricTridiagonal.vector(diagonal, beside, steps, largest), steps);
                }
                settled = largest;
            }
            for (int i = 0; i < ranks; i++) {
                next[i] /= length;
            }
        }
    }

    /// The same vector, of all of A.
    ///
    /// @param levels how many stand first in a pair
    private double[] vectorOfFew(int levels) {
        int[] place = new int[ranks];
        int[] rankAt = new int[levels];
        int count = 0;
        for (int rank = 1; rank < ranks; rank++) {
            if (rootX[rank] > 0) {
                rankAt[count] = rank;
                place[rank] = count++;
            }
        }
        double[][] b = new double[levels][ranks];
        for (int cell = 0; cell < d.cells(); cell++) {
            int i = d.row(cell);
            int k = d.column(cell);
            b[place[i]][k] = d.p(cell) / (rootX[i] * rootY[k]);
        }
        double[][] a = new double[levels][levels];
        for (int i = 0; i < levels; i++) {
            for (int j = 0; j <= i; j++) {
                a[i][j] = dot(b[i], b[j]) - rootX[rankAt[i]] * rootX[rankAt[j]];
            }
        }
        SymmetricReduction reduced = SymmetricReduction.of(a);
        double[] few = reduced.vector(reduced.largestEigenvalue());
        double[] vector = new double[ranks];
        for (int n = 0; n < levels; n++) {
            vector[rankAt[n]] = few[n];
        }
        return withoutFirst(vector);
    }

    /// A fixed vector without pattern, so that it is not orthogonal to the wanted one, without its part along √p_x.
    private double[] startVector() {
        double[] start = new double[ranks];
        for (int i = 1; i < ranks; i++) {
            double fraction = i * 0.6180339887498949 % 1; // golden ratio: spread evenly, no period
            start[i] = rootX[i] == 0 ? 0 : fraction - 0.5;
        }
        subtract(start, dot(start, rootX), rootX);
        double length = Math.sqrt(dot(start, start));
        for (int i = 0; length > 0 && i < ranks; i++) {
            start[i] /= length;
        }
        return start;
    }

    private double[] combine(double[][] basis, double[] coefficients, int steps) {
        double[] vector = new double[ranks];
        for (int step = 0; step < steps; step++) {
            subtract(vector, -coefficients[step], basis[step]);
        }
        return withoutFirst(vector);
    }

    /// A vector of length 1, or 0. It is orthogonal to √p_x already, unless A is 0 but for rounding: then the rounding must not bring the
    /// first eigenvalue back.
    private double[] withoutFirst(double[] vector) {
        subtract(vector, dot(vector, rootX), rootX);
        double length = Math.sqrt(dot(vector, vector));
        if (!(length > NOTHING_LEFT)) {
            return new double[ranks];
        }
        for (int i = 0; i < ranks; i++) {
            vector[i] /= length;
        }
        return vector;
    }

    /// `Σ_ik l_i p_ik s_k / (p_x(i) p_y(k) + ε)` with `s_k = Σ_j p_jk r_j`.
    private double guardedEigenvalue(double[] y) {
        double[] s = new double[ranks];
        for (int cell = 0; cell < d.cells(); cell++) {
            int j = d.row(cell);
            s[d.column(cell)] += d.p(cell) * y[j] / rootX[j];
        }
        double eigenvalue = 0;
        for (int cell = 0; cell < d.cells(); cell++) {
            int i = d.row(cell);
            int k = d.column(cell);
            double independent = d.px(i) * d.py(k) + Entropy.PYRADIOMICS_GUARD;
            eigenvalue += rootX[i] * y[i] * d.p(cell) * s[k] / independent;
        }
        return eigenvalue;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void subtract(double[] from, double factor, double[] vector) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= factor * vector[i];
        }
    }
}
