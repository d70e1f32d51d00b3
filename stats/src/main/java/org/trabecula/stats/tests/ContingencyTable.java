package org.trabecula.stats.tests;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/// Counts by two classifications, and tests that they are unrelated.
public final class ContingencyTable {
    private final int[][] counts;

    /// @param counts `counts[row][column]`, not negative, at least two rows and columns; copied
    public ContingencyTable(int[]... counts) {
        if (counts.length < 2 || counts[0].length < 2) {
            throw new IllegalArgumentException("a table of counts needs at least 2 rows and 2 columns");
        }
        this.counts = new int[counts.length][];
        for (int row = 0; row < counts.length; row++) {
            this.counts[row] = counts[row].clone();
            for (int count : counts[row]) {
                if (count < 0 || counts[row].length != counts[0].length) {
                    throw new IllegalArgumentException("counts must be 0 or more, rows of equal length, got " + count);
                }
            }
        }
    }

    public int rows() {
        return counts.length;
    }

    public int columns() {
        return counts[0].length;
    }

    public int count(int row, int column) {
        return counts[row][column];
    }

    /// Rows and columns exchanged.
    ContingencyTable transposed() {
        int[][] other = new int[columns()][rows()];
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                other[j][i] = counts[i][j];
            }
        }
        return new ContingencyTable(other);
    }

    boolean isTwoByTwo() {
        return rows() == 2 && columns() == 2;
    }

    public int total() {
        int total = 0;
        for (int[] row : counts) {
            for (int count : row) {
                total += count;
            }
        }
        return total;
    }

    /// Pearson's chi-square, (rows − 1)(columns − 1) degrees of freedom: Σ (|O − E| − c)² / E.
    ///
    /// NaN when a row or column is empty.
    ///
    /// @param yates for 2 × 2: c = min(½, every |O − E|), otherwise c = 0
    public TestResult chiSquare(boolean yates) {
        double[][] expected = expected();
        boolean twoByTwo = isTwoByTwo();
        double correction = yates && twoByTwo ? 0.5 : 0;
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected[i].length; j++) {
                correction = Math.min(correction, Math.abs(counts[i][j] - expected[i][j]));
            }
        }
        double x = 0;
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected[i].length; j++) {
                double away = Math.abs(counts[i][j] - expected[i][j]) - correction;
                x += away * away / expected[i][j];
            }
        }
        double df = (counts.length - 1.0) * (counts[0].length - 1.0);
        String name = yates && twoByTwo ? "chi-square with Yates' correction" : "chi-square";
        return TestResult.of(name, x, df, Tails.chiSquare(x, df));
    }

    /// Counts that independence would give: row total · column total / total.
    public double[][] expected() {
        double[] rows = new double[counts.length];
        double[] columns = new double[counts[0].length];
        double total = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                rows[i] += counts[i][j];
                columns[j] += counts[i][j];
                total += counts[i][j];
            }
        }
        double[][] expected = new double[rows.length][columns.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                expected[i][j] = rows[i] * columns[j] / total;
            }
        }
        return expected;
    }

    /// Whether chi-square is doubtful: an expected count below 5.
    public boolean smallExpectedCounts() {
        for (double[] row : expected()) {
            for (double count : row) {
                if (count < 5) {
                    return true;
                }
            }
        }
        return false;
    }

    /// McNemar's test of a 2 × 2 table of pairs: do the two discordant counts differ?
    ///
    /// χ² = (|b − c| − correction)² / (b + c), 1 degree of freedom; NaN without discordant pairs.
    ///
    /// @param corrected subtracts 1 from |b − c| (not below 0, and not when b = c, as R)
    ///
    /// Source: McNemar 1947, doi:10.1007/BF02295996.
    public TestResult mcNemar(boolean corrected) {
        requireTwoByTwo("McNemar's test");
        double b = counts[0][1];
        double c = counts[1][0];
        double away = Math.abs(b - c) - (corrected && b != c ? 1 : 0);
        double x = away * away / (b + c);
        return TestResult.of(
                corrected ? "McNemar with continuity correction" : "McNemar", x, 1, Tails.chiSquare(x, 1));
    }

    /// McNemar's exact test: b of b + c discordant pairs is binomial with ½; p = 1 without any.
    public TestResult mcNemarExact() {
        requireTwoByTwo("McNemar's test");
        int b = counts[0][1];
        int n = b + counts[1][0];
        double p = 1;
        if (n > 0) {
            BinomialDistribution half = BinomialDistribution.of(n, 0.5);
            p = Math.min(1, 2 * half.cumulativeProbability(Math.min(b, n - b)));
        }
        return TestResult.of("McNemar, exact", b, Double.NaN, p);
    }

    void requireTwoByTwo(String test) {
        if (!isTwoByTwo()) {
            throw new IllegalArgumentException(test + " is for 2 × 2 tables, got " + counts.length + " × " + counts[0].length);
        }
    }
}
