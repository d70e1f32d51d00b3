package org.trabecula.stats;

import java.util.Arrays;

/// Order and ranks of a sample.
public final class Ranks {
    private Ranks() {}

    /// Row numbers in ascending order of value; equal values in row order.
    ///
    /// A merge sort of row numbers: stable, O(n log n), two `int[n]`. −0 and 0 are equal; NaN is refused.
    public static int[] order(double... values) {
        int n = values.length;
        int[] from = new int[n];
        for (int row = 0; row < n; row++) {
            if (Double.isNaN(values[row])) {
                throw new IllegalArgumentException("a rank needs a value, row " + row + " is NaN");
            }
            from[row] = row;
        }
        int[] to = new int[n];
        for (int width = 1; width < n; width *= 2) {
            for (int start = 0; start < n; start += 2 * width) {
                merge(values, from, to, start, Math.min(start + width, n), Math.min(start + 2 * width, n));
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static void merge(double[] values, int[] from, int[] to, int start, int middle, int end) {
        int left = start;
        int right = middle;
        for (int k = start; k < end; k++) {
            boolean takeLeft = left < middle && (right >= end || values[from[left]] <= values[from[right]]);
            to[k] = takeLeft ? from[left++] : from[right++];
        }
    }

    /// Ranks 1 … n, ties sharing their average, as R's `rank`. NaN is refused.
    public static double[] average(double... values) {
        int n = values.length;
        double[] sorted = sorted(values);
        double[] rankAt = new double[n]; // by position in the sorted sample
        int start = 0;
        for (int size : tieSizesOfSorted(sorted)) {
            Arrays.fill(rankAt, start, start + size, (2 * start + 1 + size) / 2.0);
            start += size;
        }
        double[] ranks = new double[n];
        for (int row = 0; row < n; row++) {
            ranks[row] = rankAt[below(sorted, values[row])];
        }
        return ranks;
    }

    /// How many of the ascending values are < value.
    private static int below(double[] ascending, double value) {
        int base = 0;
        int length = ascending.length;
        while (length > 0) {
            int half = (length + 1) >>> 1;
            base = ascending[base + half - 1] < value ? base + half : base;
            length -= half;
        }
        return base;
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        if (sorted.length > 0 && Double.isNaN(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException("a rank needs a value, got NaN among " + values.length);
        }
        return sorted;
    }

    /// How many values are equal, for each value that occurs, by rising value: 1 for a value that stands alone.
    public static int[] tieSizes(double... values) {
        return tieSizesOfSorted(sorted(values));
    }

    private static int[] tieSizesOfSorted(double[] ascending) {
        int[] sizes = new int[ascending.length];
        int groups = 0;
        int start = 0;
        while (start < ascending.length) {
            int end = start + 1;
            while (end < ascending.length && ascending[end] == ascending[start]) {
                end++;
            }
            sizes[groups++] = end - start;
            start = end;
        }
        return Arrays.copyOf(sizes, groups);
    }

    /// Σ (t³ − t) over groups of t equal values: the tie term of rank tests. 0 without ties.
    public static double tieTerm(double... values) {
        double term = 0;
        for (double t : tieSizes(values)) {
            term += t * t * t - t;
        }
        return term;
    }
}
