package org.trabecula.stats.correlation;

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
    private final int[][] partners;
    private final double[][] correlations;

    private CorrelatedPairs(int[][] partners, double[][] correlations) {
        this.partners = partners;
        this.correlations = correlations;
    }

    /// Those of a correlation matrix.
    public static CorrelatedPairs of(Matrix correlation, double above) {
        List<Column> columns = IntStream.range(0, correlation.columns())
                .mapToObj(j -> Column.above(above, j, k -> correlation.get(k, j)))
                .toList();
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
        return mirrored(CrossProducts.byTiles(centred, jobs, (first, products) -> IntStream.range(0, products.rows())
                        .mapToObj(tile -> Column.above(
                                above, first + tile,
                                k -> Correlation.normalised(products.get(tile, k), squares[first + tile], squares[k])))
                        .toList())
                .stream()
                .flatMap(List::stream)
                .toList());
    }

    /// A column's partners before it.
    private record Column(int[] partners, double[] correlations) {
        private interface Row {
            double r(int other);
        }

        static Column above(double limit, int column, Row row) {
            int[] partners = new int[8];
            double[] correlations = new double[8];
            int count = 0;
            for (int other = 0; other < column; other++) {
                double r = row.r(other);
                if (Math.abs(r) > limit) {
                    if (count == partners.length) {
                        partners = Arrays.copyOf(partners, 2 * count);
                        correlations = Arrays.copyOf(correlations, 2 * count);
                    }
                    partners[count] = other;
                    correlations[count] = r;
                    count++;
                }
            }
            return new Column(Arrays.copyOf(partners, count), Arrays.copyOf(correlations, count));
        }
    }

    /// Every pair in both of its columns.
    private static CorrelatedPairs mirrored(List<Column> before) {
        int[] counts = new int[before.size()];
        for (int column = 0; column < counts.length; column++) {
            counts[column] += before.get(column).partners.length;
            for (int partner : before.get(column).partners) {
                counts[partner]++;
            }
        }
        int[][] partners = new int[counts.length][];
        double[][] correlations = new double[counts.length][];
        int[] filled = new int[counts.length];
        for (int column = 0; column < counts.length; column++) {
            int[] own = before.get(column).partners;
            double[] r = before.get(column).correlations;
            partners[column] = Arrays.copyOf(own, counts[column]);
            correlations[column] = Arrays.copyOf(r, counts[column]);
            filled[column] = own.length;
            for (int nth = 0; nth < own.length; nth++) {
                int other = own[nth];
                partners[other][filled[other]] = column;
                correlations[other][filled[other]++] = r[nth];
            }
        }
        return new CorrelatedPairs(partners, correlations);
    }
}
