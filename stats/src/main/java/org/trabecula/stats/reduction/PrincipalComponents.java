package org.trabecula.stats.reduction;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.stats.CrossProducts;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.Moments;
import org.trabecula.stats.StatsProblem;

/// Principal components: the directions of largest variance, fitted on some rows and applied to any.
///
/// ```
/// Z = X centred (and scaled),  Z = U S Vᵀ,  sdev = S / √(n − 1),  loadings V,  scores Z V
/// ```
///
/// The sign of a component is such that its loading of largest absolute value is positive, the first of those equal
/// within 1e-10. Components come by falling standard deviation.
///
/// U (or V, whichever is shorter) are the eigenvectors of ZZᵀ (or ZᵀZ); the singular values and the other side then come
/// from one product with Z itself, which brings small ones to the accuracy of a direct decomposition.
///
/// Source: R's `prcomp`; Jolliffe 2002, Principal component analysis, section 3.5.
public final class PrincipalComponents {
    private static final double TIED_WITHIN = 1e-10;

    private final double[] centre;
    private final double[] scale;
    private final double[] sdev;
    private final double totalVariance;
    private final Matrix loadings;

    private PrincipalComponents(
            double[] centre, double[] scale, double[] sdev, double totalVariance, Matrix loadings) {
        this.centre = centre;
        this.scale = scale;
        this.sdev = sdev;
        this.totalVariance = totalVariance;
        this.loadings = loadings;
    }

    /// What is done to the columns before.
    public enum Scaling {
        NONE,
        CENTRE,
        /// To mean 0 and standard deviation 1 (n − 1).
        CENTRE_AND_SCALE
    }

    /// Fits at most `components` components: fewer where the rows span fewer, such as n − 1 of n centred rows.
    ///
    /// Allocates the scaled table, its transpose when it has more columns than rows, and min(n, p)² doubles.
    ///
    /// @param jobs threads; the result does not depend on it
    /// @throws InputException STA-103 on NaN or infinite cells, STA-104 below two rows, STA-105 when a constant column
    ///     would have to be scaled
    public static PrincipalComponents fit(Matrix x, Scaling scaling, int components, int jobs) {
        requireRows(x);
        double[] centre = new double[x.columns()];
        double[] scale = new double[x.columns()];
        Arrays.fill(scale, 1);
        for (int j = 0; j < centre.length; j++) {
            double[] column = x.column(j);
            requireFinite(column, j);
            centre[j] = scaling == Scaling.NONE ? 0 : Moments.mean(column);
            if (scaling == Scaling.CENTRE_AND_SCALE) {
                scale[j] = Moments.sd(column);
                requireSpread(scale[j], j, column[0]);
            }
        }
        int rank = Math.min(scaling == Scaling.NONE ? x.rows() : x.rows() - 1, x.columns());
        return decompose(x, centre, scale, Math.min(components, rank), jobs);
    }

    private static PrincipalComponents decompose(
            Matrix x, double[] centre, double[] scale, int atMost, int jobs) {
        Matrix z = scaled(x, centre, scale);
        boolean wide = z.columns() > z.rows();
        Matrix tall = wide ? transposed(z) : z; // its columns are the shorter side
        Matrix gram = CrossProducts.ofColumns(tall, jobs);
        int count = atMost;
        Matrix shortSide = leadingEigenvectors(gram, count);
        // rows of the product: one a row of `tall`; each column is u scaled by its singular value
        Matrix longSide = CrossProducts.of(wide ? z : transposed(z), shortSide, jobs);
        double degrees = z.rows() - 1.0;
        double total = 0;
        for (int j = 0; j < gram.columns(); j++) {
            total += gram.get(j, j) / degrees;
        }
        double[] sdev = new double[count];
        double[] singular = new double[count];
        for (int k = 0; k < count; k++) {
            singular[k] = norm(longSide.column(k));
            sdev[k] = singular[k] / Math.sqrt(degrees);
        }
        int[] order = aboveRounding(byFalling(sdev), singular, Math.max(z.rows(), z.columns()));
        count = order.length;
        double[] loadings = new double[Math.multiplyExact(z.columns(), count)];
        double[] sorted = new double[count];
        for (int k = 0; k < count; k++) {
            int from = order[k];
            sorted[k] = sdev[from];
            double[] loading = wide ? longSide.column(from) : shortSide.column(from);
            double divisor = (wide ? singular[from] : 1) * signOfLargest(loading);
            for (int j = 0; j < loading.length; j++) {
                loadings[k * loading.length + j] = loading[j] / divisor;
            }
        }
        return new PrincipalComponents(centre, scale, sorted, total, new Matrix(z.columns(), count, loadings));
    }

    /// Rows in the components' coordinates: one row a row of `x`, one column a component.
    public Matrix scores(Matrix x, int jobs) {
        if (x.columns() != centre.length) {
            throw new IllegalArgumentException("fitted on " + centre.length + " columns, got " + x.columns());
        }
        return CrossProducts.of(transposed(scaled(x, centre, scale)), loadings, jobs);
    }

    public int components() {
        return sdev.length;
    }

    /// Standard deviation of each component's scores on the fitted rows (n − 1), falling.
    public double[] sdev() {
        return sdev.clone();
    }

    /// Share of the total variance of each component.
    public double[] shareOfVariance() {
        return Arrays.stream(sdev).map(s -> s * s / totalVariance).toArray();
    }

    /// One row a column of the table, one column a component.
    public Matrix loadings() {
        return loadings;
    }

    /// Subtracted from each column.
    public double[] centre() {
        return centre.clone();
    }

    /// What each column is divided by; 1 without scaling.
    public double[] scale() {
        return scale.clone();
    }

    private static Matrix leadingEigenvectors(Matrix gram, int count) {
        int n = gram.columns();
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
        if (!eigen.decompose(DMatrixRMaj.wrap(n, n, gram.values().clone()))) {
            throw new IllegalStateException("no eigenvalues of a symmetric matrix of " + n + " columns");
        }
        int[] order = byFalling(
                IntStream.range(0, n).mapToDouble(k -> eigen.getEigenvalue(k).getReal()).toArray());
        double[] vectors = new double[n * count];
        for (int k = 0; k < count; k++) {
            System.arraycopy(eigen.getEigenVector(order[k]).getData(), 0, vectors, k * n, n);
        }
        return new Matrix(n, count, vectors);
    }

    /// Without the directions in which rows differ by rounding only: copies of rows or columns leave such behind.
    private static int[] aboveRounding(int[] falling, double[] singular, int longest) {
        double noise = longest * Math.ulp(1.0) * singular[falling[0]];
        return Arrays.stream(falling).filter(k -> singular[k] > noise).toArray();
    }

    private static int[] byFalling(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> -values[k]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double signOfLargest(double[] loading) {
        double largest = 0;
        for (double value : loading) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (double value : loading) {
            if (Math.abs(value) >= largest * (1 - TIED_WITHIN)) {
                return value < 0 ? -1 : 1;
            }
        }
        return 1;
    }

    private static double norm(double[] values) {
        double squares = 0;
        for (double value : values) {
            squares += value * value;
        }
        return Math.sqrt(squares);
    }

    private static Matrix scaled(Matrix x, double[] centre, double[] scale) {
        double[] z = new double[x.values().length];
        for (int j = 0; j < centre.length; j++) {
            int offset = x.offset(j);
            for (int i = 0; i < x.rows(); i++) {
                z[offset + i] = (x.values()[offset + i] - centre[j]) / scale[j];
            }
        }
        return new Matrix(x.rows(), x.columns(), z);
    }

    private static Matrix transposed(Matrix x) {
        double[] other = new double[x.values().length];
        for (int i = 0; i < x.rows(); i += 32) {
            int end = Math.min(i + 32, x.rows());
            for (int j = 0; j < x.columns(); j++) {
                for (int row = i; row < end; row++) {
                    other[row * x.columns() + j] = x.values()[j * x.rows() + row];
                }
            }
        }
        return new Matrix(x.columns(), x.rows(), other);
    }

    private static void requireRows(Matrix x) {
        if (x.rows() < 2 || x.columns() < 1) {
            throw new InputException(new Problem(
                    StatsProblem.TOO_FEW_ROWS,
                    "principal components",
                    x.rows() + " rows and " + x.columns() + " columns",
                    "at least 2 rows and 1 column",
                    "leave the components out for so small a table"));
        }
    }

    private static void requireFinite(double[] column, int j) {
        for (int i = 0; i < column.length; i++) {
            if (!Double.isFinite(column[i])) {
                throw new InputException(new Problem(
                        StatsProblem.VALUE_NOT_FINITE,
                        "principal components, column " + (j + 1) + ", row " + (i + 1),
                        Double.isNaN(column[i]) ? "no value" : String.valueOf(column[i]),
                        "a finite number in every cell",
                        "drop the column, or the row, or impute it before"));
            }
        }
    }

    private static void requireSpread(double sd, int j, double value) {
        if (!(sd > 0)) {
            throw new InputException(new Problem(
                    StatsProblem.CONSTANT_COLUMN,
                    "principal components, column " + (j + 1),
                    "the value " + value + " in every row",
                    "at least two values, as columns are scaled by their standard deviation",
                    "drop constant columns before"));
        }
    }
}
