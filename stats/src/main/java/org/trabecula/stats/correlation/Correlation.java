package org.trabecula.stats.correlation;

import java.util.List;
import org.trabecula.core.Parallel;
import org.trabecula.stats.CrossProducts;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.Moments;
import org.trabecula.stats.Ranks;

/// Correlation matrices of the columns of a table, as R's `cor`.
///
/// All return the symmetric p × p matrix. A column with a single value, or with a NaN, has NaN with every column,
/// itself included; other entries of the diagonal are 1.
public final class Correlation {
    private Correlation() {}

    /// Pearson: Σ (x − x̄)(y − ȳ) / √(Σ (x − x̄)² Σ (y − ȳ)²).
    ///
    /// @param jobs threads; the result does not depend on it
    public static Matrix pearson(Matrix x, int jobs) {
        return normalised(CrossProducts.ofColumns(centred(x, jobs), jobs));
    }

    /// Each column less its mean; NaN where it has a single value.
    static Matrix centred(Matrix x, int jobs) {
        int n = x.rows();
        double[] centred = new double[x.values().length];
        Parallel.forEach(x.columns(), jobs, j -> {
            double[] column = x.column(j);
            double mean = Moments.isConstant(column) ? Double.NaN : Moments.mean(column);
            for (int i = 0; i < n; i++) {
                centred[j * n + i] = column[i] - mean;
            }
        });
        return new Matrix(n, x.columns(), centred);
    }

    /// Spearman: Pearson of ranks, ties sharing their average.
    ///
    /// Sums of products of [#centredRanks] are exact below n = 200,000, so that |rho| of exactly 0.9 is not above 0.9.
    ///
    /// @param jobs threads; the result does not depend on it
    public static Matrix spearman(Matrix x, int jobs) {
        return normalised(CrossProducts.ofColumns(centredRanks(x, jobs), jobs));
    }

    /// Twice the centred rank, 2·rank − (n + 1), a whole number; NaN where a column has a single value or a NaN.
    static Matrix centredRanks(Matrix x, int jobs) {
        int n = x.rows();
        double[] centred = new double[x.values().length];
        Parallel.forEach(x.columns(), jobs, j -> {
            double[] column = x.column(j);
            double[] ranks = hasNaN(column) || Moments.isConstant(column) ? null : Ranks.average(column);
            for (int i = 0; i < n; i++) {
                centred[j * n + i] = ranks == null ? Double.NaN : 2 * ranks[i] - (n + 1);
            }
        });
        return new Matrix(n, x.columns(), centred);
    }

    /// Kendall's tau-b: (concordant − discordant) / √((pairs − tied in x)(pairs − tied in y)).
    ///
    /// @param jobs threads; the result does not depend on it
    public static Matrix kendall(Matrix x, int jobs) {
        int p = x.columns();
        List<double[]> rows = Parallel.map(p, jobs, j -> {
            double[] row = new double[j + 1];
            double[] column = x.column(j);
            boolean usable = !hasNaN(column) && !Moments.isConstant(column);
            for (int k = 0; k <= j; k++) {
                double[] other = x.column(k);
                row[k] = usable && !hasNaN(other) ? KendallTau.of(column, other).tauB() : Double.NaN;
            }
            return row;
        });
        double[] all = new double[Math.multiplyExact(p, p)];
        for (int j = 0; j < p; j++) {
            for (int k = 0; k <= j; k++) {
                all[j * p + k] = rows.get(j)[k];
                all[k * p + j] = rows.get(j)[k];
            }
        }
        return new Matrix(p, p, all);
    }

    /// Pearson of two samples.
    public static double pearson(double[] x, double[] y) {
        return pearson(Matrix.ofColumns(x, y), 1).get(1, 0);
    }

    /// Spearman of two samples.
    public static double spearman(double[] x, double[] y) {
        return spearman(Matrix.ofColumns(x, y), 1).get(1, 0);
    }

    /// A correlation from the product of two columns and their squares; rounding may not carry it beyond ±1.
    static double normalised(double product, double square, double other) {
        double both = square * other;
        double root = both > 0 && both < Double.POSITIVE_INFINITY ? Math.sqrt(both) : Math.sqrt(square) * Math.sqrt(other);
        return Math.max(-1, Math.min(1, product / root));
    }

    private static Matrix normalised(Matrix products) {
        int p = products.columns();
        double[] c = products.values();
        double[] squares = new double[p];
        for (int j = 0; j < p; j++) {
            squares[j] = c[j * p + j];
        }
        double[] r = new double[c.length];
        for (int j = 0; j < p; j++) {
            int row = j * p;
            for (int k = 0; k < p; k++) {
                r[row + k] = normalised(c[row + k], squares[j], squares[k]);
            }
        }
        return new Matrix(p, p, r);
    }

    private static boolean hasNaN(double[] values) {
        for (double value : values) {
            if (Double.isNaN(value)) {
                return true;
            }
        }
        return false;
    }
}
