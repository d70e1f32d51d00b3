package org.trabecula.stats;

import java.util.Arrays;

/// Sample quantiles as R's default, type 7: linear between order statistics.
///
/// ```
/// i = 1 + (n − 1) p,   h = i − ⌊i⌋,   Q(p) = (1 − h) x_(⌊i⌋) + h x_(⌊i⌋+1)
/// ```
///
/// Source: Hyndman and Fan 1996, doi:10.2307/2684934, definition 7.
public final class Quantiles {
    private Quantiles() {}

    /// Quantile of values in any order; NaN without values.
    ///
    /// @param p between 0 and 1
    public static double type7(double[] values, double p) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return type7OfSorted(sorted, p);
    }

    /// Quantile of ascending values; NaN without values.
    public static double type7OfSorted(double[] ascending, double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a quantile's p lies between 0 and 1, got " + p);
        }
        if (ascending.length == 0) {
            return Double.NaN;
        }
        double index = 1 + (ascending.length - 1) * p; // counted from 1 as R does, so that h rounds alike
        int low = (int) Math.floor(index);
        double h = index - low;
        if (h == 0 || ascending[low] == ascending[low - 1]) {
            return ascending[low - 1];
        }
        return (1 - h) * ascending[low - 1] + h * ascending[low];
    }

    public static double median(double... values) {
        return type7(values, 0.5);
    }
}
