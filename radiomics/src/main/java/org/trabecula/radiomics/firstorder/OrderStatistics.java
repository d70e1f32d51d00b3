package org.trabecula.radiomics.firstorder;

import java.util.Arrays;

/// The k-th smallest of many values, exactly, without sorting them all.
///
/// Values are counted in equal buckets from minimum to maximum; only the buckets that hold a wanted rank are sorted. Two
/// passes over the values for any number of ranks; n log n when nearly all values share a bucket.
final class OrderStatistics {
    private static final int BUCKETS = 4096;
    static final int SORT_BELOW = 4096;

    private OrderStatistics() {}

    /// The values at the given ranks of the ascending order.
    ///
    /// @param values finite; not changed
    /// @param ranks  0-based, each < values.length; ascending where there are [#SORT_BELOW] values or more
    /// @param min    the least value
    /// @param max    the greatest value
    static double[] at(double[] values, int[] ranks, double min, double max) {
        if (values.length < SORT_BELOW || !(max - min < Double.MAX_VALUE)) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            return pick(sorted, ranks);
        }
        if (min == max) {
            double[] same = new double[ranks.length];
            Arrays.fill(same, min);
            return same;
        }
        double scale = (BUCKETS - 1) / (max - min);
        int[] counts = new int[BUCKETS];
        for (double value : values) {
            counts[(int) ((value - min) * scale)]++;
        }
        int[] first = new int[BUCKETS];
        for (int b = 1; b < BUCKETS; b++) {
            first[b] = first[b - 1] + counts[b - 1];
        }
        return select(values, ranks, min, scale, counts, first);
    }

    private static double[] select(
            double[] values, int[] ranks, double min, double scale, int[] counts, int[] first) {
        int[] bucketOf = new int[ranks.length];
        int[] place = new int[BUCKETS]; // where a wanted bucket's values go, plus 1; 0: not wanted
        int gathered = 0;
        int bucket = 0;
        for (int r = 0; r < ranks.length; r++) {
            while (first[bucket] + counts[bucket] <= ranks[r]) {
                bucket++;
            }
            bucketOf[r] = bucket;
            if (place[bucket] == 0) {
                place[bucket] = gathered + 1;
                gathered += counts[bucket];
            }
        }
        double[] wanted = new double[gathered];
        int[] next = place.clone();
        for (double value : values) {
            int b = (int) ((value - min) * scale);
            if (next[b] != 0) {
                wanted[next[b]++ - 1] = value;
            }
        }
        double[] found = new double[ranks.length];
        int sortedBucket = -1;
        for (int r = 0; r < ranks.length; r++) {
            int b = bucketOf[r];
            int from = place[b] - 1;
            if (b != sortedBucket) {
                Arrays.sort(wanted, from, from + counts[b]);
                sortedBucket = b;
            }
            found[r] = wanted[from + ranks[r] - first[b]];
        }
        return found;
    }

    private static double[] pick(double[] sorted, int[] ranks) {
        double[] found = new double[ranks.length];
        for (int r = 0; r < ranks.length; r++) {
            found[r] = sorted[ranks[r]];
        }
        return found;
    }
}
