package org.trabecula.evaluation.repeated;

import java.util.Arrays;
import org.trabecula.stats.Moments;
import org.trabecula.stats.Quantiles;

/// A number over repetitions. Repetitions deal the same patients anew, so this is how far the number hangs on the deal; it is no
/// confidence interval, and more repetitions do not make it one.
///
/// @param count repetitions that have the number
/// @param mean  NaN without any
/// @param sd    with count − 1; NaN below two
/// @param low   the 2.5 % quantile, type 7
/// @param high  the 97.5 % quantile
public record Spread(int count, double mean, double sd, double low, double high) {
    private static final double TAIL = 0.025;

    /// @param values one per repetition, NaN where it has none
    static Spread of(double[] values) {
        double[] known = Arrays.stream(values).filter(Double::isFinite).toArray();
        return new Spread(
                known.length, Moments.mean(known), known.length < 2 ? Double.NaN : Moments.sd(known), Quantiles.type7(known, TAIL),
                Quantiles.type7(known, 1 - TAIL));
    }
}
