package org.trabecula.stats.tests;

import java.util.OptionalDouble;
import org.apache.commons.numbers.gamma.LogGamma;

/// Fisher's exact test of larger tables: the probability of all tables with these margins that are no likelier.
///
/// ```
/// P(table) = Π row! Π column! / (N! Π cell!)
/// ```
///
/// Tables are built column by column. When the likeliest completion of a branch is no likelier than the observed table,
/// the whole branch counts, its total being the closed form N'! / (Π row'! Π column!) of what is left; when the least
/// likely one is likelier, none of it does. Tables are as likely up to a factor 1 + 1e-7, as in R.
///
/// The work grows without bound with the table (28 × 2 with some hundred counts takes minutes), so it is counted: after
/// [#MOST_STEPS] it is tried with rows and columns exchanged, where branches end earlier in tables of many rows, and then
/// given up: on every machine at the same table.
///
/// Source: Freeman and Halton 1951, doi:10.1093/biomet/38.1-2.141; whole branches as in Mehta and Patel 1983,
/// doi:10.1080/01621459.1983.10477989.
final class FisherFreemanHalton {
    static final double AS_LIKELY = Math.log(1 + 1e-7);

    /// Counts placed in a cell, and counts looked at to bound a branch; a second or two.
    private static final long MOST_STEPS = 200_000_000;

    private final int[] columns;
    private final int[] columnsFrom; // rows' rest to be placed in columns c, c + 1, …
    private final double[] logFactorial;
    private final double limit; // log P of the observed table
    private long steps;

    private FisherFreemanHalton(int[] columns, double[] logFactorial, double limit) {
        this.columns = columns;
        this.columnsFrom = new int[columns.length + 1];
        for (int c = columns.length - 1; c >= 0; c--) {
            columnsFrom[c] = columnsFrom[c + 1] + columns[c];
        }
        this.logFactorial = logFactorial;
        this.limit = limit;
    }

    /// Empty when the table is too large to be worked out.
    static OptionalDouble p(ContingencyTable table) {
        OptionalDouble p = asItStands(table);
        return p.isPresent() || table.rows() <= table.columns() ? p : asItStands(table.transposed());
    }

    private static OptionalDouble asItStands(ContingencyTable table) {
        int[] rows = new int[table.rows()];
        int[] columns = new int[table.columns()];
        double[] logFactorial = new double[table.total() + 1];
        for (int k = 0; k < logFactorial.length; k++) {
            logFactorial[k] = LogGamma.value(k + 1.0);
        }
        double cells = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                rows[i] += table.count(i, j);
                columns[j] += table.count(i, j);
                cells += logFactorial[table.count(i, j)];
            }
        }
        double margins = -logFactorial[table.total()];
        for (int row : rows) {
            margins += logFactorial[row];
        }
        for (int column : columns) {
            margins += logFactorial[column];
        }
        FisherFreemanHalton search = new FisherFreemanHalton(columns, logFactorial, margins - cells + AS_LIKELY);
        double p = search.column(0, rows, margins);
        return search.steps > MOST_STEPS ? OptionalDouble.empty() : OptionalDouble.of(Math.min(1, p));
    }

    /// Probability of all no likelier tables whose columns before `column` are filled.
    ///
    /// @param left     row totals still to be placed; changed and restored
    /// @param logSoFar log of the margins' factor over the filled cells' factorials
    private double column(int column, int[] left, double logSoFar) {
        steps += 2L * left.length + columns.length - column;
        if (column == columns.length - 1) { // one way to fill the last
            double log = logSoFar;
            for (int count : left) {
                log -= logFactorial[count];
            }
            return log <= limit ? Math.exp(log) : 0;
        }
        if (logSoFar - smallestLogCells(column, left) <= limit) {
            return Math.exp(logSoFar + logOfAll(column, left));
        }
        if (logSoFar - largestLogCells(column, left) > limit) {
            return 0;
        }
        return fill(column, 0, columns[column], left, logSoFar);
    }

    /// Places `rest` of the column into rows `row`, `row + 1`, …
    private double fill(int column, int row, int rest, int[] left, double logSoFar) {
        steps++;
        if (steps > MOST_STEPS) {
            return 0; // given up: what is added from here on is not used
        }
        if (row == left.length - 1) {
            if (rest > left[row]) {
                return 0;
            }
            left[row] -= rest;
            double p = column(column + 1, left, logSoFar - logFactorial[rest]);
            left[row] += rest;
            return p;
        }
        double p = 0;
        int most = Math.min(rest, left[row]);
        for (int count = 0; count <= most; count++) {
            left[row] -= count;
            p += fill(column, row + 1, rest - count, left, logSoFar - logFactorial[count]);
            left[row] += count;
        }
        return p;
    }

    /// Not above Σ log cell! of any completion: rows, or columns, spread evenly without regard to the other margin.
    private double smallestLogCells(int column, int[] left) {
        double byRow = 0;
        for (int row : left) {
            byRow += evenly(row, columns.length - column);
        }
        double byColumn = 0;
        for (int c = column; c < columns.length; c++) {
            byColumn += evenly(columns[c], left.length);
        }
        return Math.max(byRow, byColumn);
    }

    private double evenly(int total, int cells) {
        int each = total / cells;
        int more = total % cells;
        return more * logFactorial[each + 1 <= total ? each + 1 : each] + (cells - more) * logFactorial[each];
    }

    /// Not below Σ log cell! of any completion: every row, or column, in one cell.
    private double largestLogCells(int column, int[] left) {
        double byRow = 0;
        for (int row : left) {
            byRow += logFactorial[row];
        }
        double byColumn = 0;
        for (int c = column; c < columns.length; c++) {
            byColumn += logFactorial[columns[c]];
        }
        return Math.min(byRow, byColumn);
    }

    /// log Σ 1/Π cell! over all completions.
    private double logOfAll(int column, int[] left) {
        double log = logFactorial[columnsFrom[column]];
        for (int row : left) {
            log -= logFactorial[row];
        }
        for (int c = column; c < columns.length; c++) {
            log -= logFactorial[columns[c]];
        }
        return log;
    }
}
