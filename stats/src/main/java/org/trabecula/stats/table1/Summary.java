package org.trabecula.stats.table1;

import java.util.Arrays;
import org.trabecula.stats.Moments;
import org.trabecula.stats.Quantiles;

/// A continuous variable in one group; quantiles are of type 7, sd has n − 1, NaN where there are too few values.
///
/// @param n       values present
/// @param missing values absent (NaN)
public record Summary(
        int n, int missing, double mean, double sd, double median, double q25, double q75, double min, double max) {

    public static Summary of(double... values) {
        double[] present = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        int n = present.length;
        return new Summary(
                n,
                values.length - n,
                Moments.mean(present),
                n > 1 ? Moments.sd(present) : Double.NaN,
                Quantiles.type7OfSorted(present, 0.5),
                Quantiles.type7OfSorted(present, 0.25),
                Quantiles.type7OfSorted(present, 0.75),
                n == 0 ? Double.NaN : present[0],
                n == 0 ? Double.NaN : present[n - 1]);
    }
}
