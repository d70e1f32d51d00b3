package org.trabecula.stats;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which rows belong together: the vertebrae of one patient.
public final class Clusters {
    private final int[] ofRow;
    private final int count;

    private Clusters(int[] ofRow, int count) {
        this.ofRow = ofRow;
        this.count = count;
    }

    /// One label a row; equal labels are one cluster, numbered by first appearance.
    public static Clusters of(List<?> labels) {
        Map<Object, Integer> numbers = new HashMap<>();
        int[] ofRow = new int[labels.size()];
        for (int row = 0; row < ofRow.length; row++) {
            ofRow[row] = numbers.computeIfAbsent(labels.get(row), unseen -> numbers.size());
        }
        return new Clusters(ofRow, numbers.size());
    }

    /// Every row by itself.
    public static Clusters singletons(int rows) {
        int[] ofRow = new int[rows];
        for (int row = 0; row < rows; row++) {
            ofRow[row] = row;
        }
        return new Clusters(ofRow, rows);
    }

    /// The cluster of a row, 0 … count − 1.
    public int of(int row) {
        return ofRow[row];
    }

    public int count() {
        return count;
    }

    public int rows() {
        return ofRow.length;
    }

    /// Row numbers of every cluster, ascending.
    public int[][] members() {
        int[] sizes = new int[count];
        for (int cluster : ofRow) {
            sizes[cluster]++;
        }
        int[][] members = new int[count][];
        for (int cluster = 0; cluster < count; cluster++) {
            members[cluster] = new int[sizes[cluster]];
        }
        int[] next = new int[count];
        for (int row = 0; row < ofRow.length; row++) {
            members[ofRow[row]][next[ofRow[row]]++] = row;
        }
        return members;
    }
}
