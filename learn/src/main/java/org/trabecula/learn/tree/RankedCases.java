package org.trabecula.learn.tree;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.trabecula.learn.Training;
import org.trabecula.table.FeatureTable;

/// Training cases as trees are grown on them: by column, each value with its rank, so that a node sorts whole numbers.
final class RankedCases {
    private final double[][] columns;
    private final int[][] ranks;
    private final boolean[] positive;

    RankedCases(Training training) {
        FeatureTable table = training.table();
        int cases = training.size();
        columns = new double[table.names().size()][];
        ranks = new int[columns.length][cases];
        for (int feature = 0; feature < columns.length; feature++) {
            double[] column = table.column(feature);
            columns[feature] = column;
            int[] order = IntStream.range(0, cases)
                    .boxed()
                    .sorted(Comparator.comparingDouble(row -> column[row]))
                    .mapToInt(row -> row)
                    .toArray();
            for (int rank = 0; rank < cases; rank++) {
                ranks[feature][order[rank]] = rank;
            }
        }
        positive = new boolean[cases];
        for (int row = 0; row < cases; row++) {
            positive[row] = training.outcome().isCase(row);
        }
    }

    int cases() {
        return positive.length;
    }

    int features() {
        return columns.length;
    }

    double value(int feature, int row) {
        return columns[feature][row];
    }

    /// The place of a case among all when they are sorted by a feature; equal values in the order of the cases.
    int rank(int feature, int row) {
        return ranks[feature][row];
    }

    boolean positive(int row) {
        return positive[row];
    }
}
