package org.trabecula.stats.correlation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.trabecula.stats.CrossProducts;
import org.trabecula.stats.Matrix;

/// The pairs of columns that are correlated above a limit, which is all that a rule of redundancy looks at.
///
/// A pair counts when |r| > limit; NaN never does, so drop constant and missing columns before. Of a table of 50,000 columns the pairs take
/// megabytes where the correlations of all would take 20 GB.
public final class CorrelatedPairs {
    /// Far above the rounding of a product of three numbers, far below any difference that a limit makes.
    private static final double SLACK = 1e-12;
    /// Products of two squares above this, and below its inverse, are neither 0 nor infinite.
    private static final double SMALLEST = 1e-150;

    private final int[][] partners;
    private final double[][] correlations;

    private CorrelatedPairs(int[][] partners, double[][] correlations) {
        this.partners = partners;
        this.correlations = correlations;
    }

    /// Those of a correlation matrix.
    public static CorrelatedPairs of(Matrix correlation, double above) {
        List<Column> columns = new ArrayList<>();
        for (int column = 0; column < correlation.columns(); column++) {
            Column own = new Column();
            for (int other = 0; other < column; other++) {
                own.add(other, correlation.get(other, column), above);
            }
            columns.add(own);
        }
        return mirrored(columns);
    }

    /// Those of Pearson's r, with the numbers of [Correlation#pearson].
    ///
    /// @param jobs threads; the result does not depend on it
    public static CorrelatedPairs pearson(Matrix x, double above, int jobs) {
        return ofCentred(Correlation.centred(x, jobs), above, jobs);
    }

    /// Those of Spearman's rho, with the numbers of [Correlation#spearman].
    ///
    /// @param jobs threads; the result does not depend on it
    public static CorrelatedPairs spearman(Matrix x, double above, int jobs) {
        return ofCentred(Correlation.centredRanks(x, jobs), above, jobs);
    }

    /// Columns of the table.
    public int columns() {
        return partners.length;
    }

    /// How many others a column is correlated with above the limit.
    public int count(int column) {
        return partners[column].length;
    }

    /// The others, ascending; partner number `nth` of `column`.
    public int partner(int column, int nth) {
        return partners[column][nth];
    }

    /// The correlation of `column` with its partner number `nth`.
    public double r(int column, int nth) {
        return correlations[column][nth];
    }

    private static CorrelatedPairs ofCentred(Matrix centred, double above, int jobs) {
        double[] squares = CrossProducts.squares(centred, jobs);
        return mirrored(CrossProducts.byTiles(centred, jobs, (first, products) -> tile(first, products, squares, above)).stream()
                .flatMap(List::stream)
                .toList());
    }

    /// Partners of the columns from `first` on, one for each row of `products`.
    private static List<Column> tile(int first, Matrix products, double[] squares, double above) {
        int width = products.rows();
        List<Column> columns = IntStream.range(0, width).mapToObj(_ -> new Column()).toList();
        double[] values = products.values();
        double surely = above * above * (1 - SLACK);
        boolean safe = Arrays.stream(squares).allMatch(square -> !(square > 0) || square > SMALLEST && square < 1 / SMALLEST);
        for (int other = 0; other < products.columns(); other++) {
            int at = products.offset(other);
            for (int row = Math.max(0, other - first + 1); row < width; row++) {
                double product = values[at + row];
                double both = squares[first + row] * squares[other];
                if (!safe || product * product > surely * both) { // nearly all pairs go without a root; NaN goes too
                    columns.get(row).add(other, Correlation.normalised(product, squares[first + row], squares[other]), above);
                }
            }
        }
        return columns;
    }

    /// A column's partners before it, as they are found.
    private static final class Column {
        private int[] partners = new int[8];
        private double[] correlations = new double[8];
        private int count;

        void add(int other, double r, double above) {
            if (Math.abs(r) > above) {
                if (count == partners.length) {
                    partners = Arrays.copyOf(partners, 2 * count);
                    correlations = Arrays.copyOf(correlations, 2 * count);
                }
                partners[count] = other;
                correlations[count] = r;
                count++;
            }
        }
    }

    /// Every pair in both of its columns.
    private static CorrelatedPairs mirrored(List<Column> before) {
        int[] counts = new int[before.size()];
        for (int column = 0; column < counts.length; column++) {
            Column own = before.get(column);
            counts[column] += own.count;
            for (int nth = 0; nth < own.count; nth++) {
                counts[own.partners[nth]]++;
            }
        }
        int[][] partners = new int[counts.length][];
        double[][] correlations = new double[counts.length][];
        int[] filled = new int[counts.length];
        for (int column = 0; column < counts.length; column++) {
            Column own = before.get(column);
            partners[column] = new int[counts[column]];
            correlations[column] = new double[counts[column]];
            System.arraycopy(own.partners, 0, partners[column], 0, own.count);
            System.arraycopy(own.correlations, 0, correlations[column], 0, own.count);
            filled[column] = own.count;
            for (int nth = 0; nth < own.count; nth++) {
                int other = own.partners[nth];
                partners[other][filled[other]] = column;
                correlations[other][filled[other]++] = own.correlations[nth];
            }
        }
        return new CorrelatedPairs(partners, correlations);
    }
}
