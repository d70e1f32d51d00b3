package org.trabecula.stats.calibration;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/// Where a smooth curve of many points is fitted: every distinct x of few; of many, x values evenly spread over the rows, and
/// places evenly spread over the range where these leave gaps.
final class LoessNodes {
    private LoessNodes() {}

    /// @param x    ascending
    /// @param most nodes, at least 4
    /// @return ascending without repeats, from the first x to the last
    static double[] of(double[] x, int most) {
        double[] distinct = distinct(x);
        if (distinct.length <= most) {
            return distinct;
        }
        int half = most / 2;
        double[] byRow = new double[half];
        double[] byPlace = new double[half];
        double range = x[x.length - 1] - x[0];
        for (int k = 0; k < half; k++) {
            byRow[k] = distinct[(int) ((long) k * (distinct.length - 1) / (half - 1))];
            byPlace[k] = Math.min(x[x.length - 1], x[0] + range * k / (half - 1));
        }
        return DoubleStream.concat(Arrays.stream(byRow), Arrays.stream(byPlace)).sorted().distinct().toArray();
    }

    private static double[] distinct(double[] ascending) {
        double[] distinct = new double[ascending.length];
        int count = 0;
        for (double value : ascending) {
            if (count == 0 || value != distinct[count - 1]) {
                distinct[count++] = value;
            }
        }
        return Arrays.copyOf(distinct, count);
    }
}
