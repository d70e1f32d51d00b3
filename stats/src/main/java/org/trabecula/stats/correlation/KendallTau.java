package org.trabecula.stats.correlation;

import org.trabecula.stats.Ranks;

/// Concordant and discordant pairs of two samples, in O(n log n).
///
/// Source: Knight 1966, doi:10.1080/01621459.1966.10480879; tau-b: Kendall 1945, doi:10.1093/biomet/33.3.239.
///
/// @param pairs       n (n − 1) / 2
/// @param tiedX       pairs with equal x
/// @param tiedY       pairs with equal y
/// @param score       concordant − discordant
record KendallTau(long pairs, long tiedX, long tiedY, long score) {
    static KendallTau of(double[] x, double[] y) {
        int n = x.length;
        int[] byX = Ranks.order(x);
        double[] ySorted = new double[n];
        for (int k = 0; k < n; k++) {
            ySorted[k] = y[byX[k]];
        }
        // within equal x, y ascending: such pairs then count as no exchange
        long tiedX = 0;
        long tiedBoth = 0;
        int start = 0;
        while (start < n) {
            int end = start + 1;
            while (end < n && x[byX[end]] == x[byX[start]]) {
                end++;
            }
            java.util.Arrays.sort(ySorted, start, end);
            tiedX += pairsOf(end - start);
            tiedBoth += tiedRuns(ySorted, start, end);
            start = end;
        }
        long discordant = exchanges(ySorted, new double[n], 0, n);
        long tiedY = tiedRuns(ySorted, 0, n); // exchanges() has sorted it
        long pairs = pairsOf(n);
        return new KendallTau(pairs, tiedX, tiedY, pairs - tiedX - tiedY + tiedBoth - 2 * discordant);
    }

    double tauB() {
        return score / Math.sqrt((double) (pairs - tiedX) * (double) (pairs - tiedY));
    }

    private static long pairsOf(long n) {
        return n * (n - 1) / 2;
    }

    private static long tiedRuns(double[] sorted, int from, int to) {
        long tied = 0;
        int start = from;
        while (start < to) {
            int end = start + 1;
            while (end < to && sorted[end] == sorted[start]) {
                end++;
            }
            tied += pairsOf(end - start);
            start = end;
        }
        return tied;
    }

    /// Merge sort that counts how many pairs stand in the wrong order.
    private static long exchanges(double[] values, double[] scratch, int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        long count = exchanges(values, scratch, from, middle) + exchanges(values, scratch, middle, to);
        System.arraycopy(values, from, scratch, from, to - from);
        int left = from;
        int right = middle;
        for (int k = from; k < to; k++) {
            if (right >= to || left < middle && scratch[left] <= scratch[right]) {
                values[k] = scratch[left++];
            } else {
                values[k] = scratch[right++];
                count += middle - left;
            }
        }
        return count;
    }
}
