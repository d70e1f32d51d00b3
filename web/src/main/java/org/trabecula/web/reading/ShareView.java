package org.trabecula.web.reading;

import java.util.OptionalDouble;
import org.trabecula.stats.Interval;
import org.trabecula.stats.roc.Proportion;

/// A share with Wilson's 95 % limits; empty numbers where there was nobody to count.
///
/// @param of how many
public record ShareView(int counted, int of, OptionalDouble value, OptionalDouble lower, OptionalDouble upper) {
    private static final double LEVEL = 0.95;

    static ShareView of(Proportion share) {
        Interval limits = share.wilson(LEVEL);
        return new ShareView(share.successes(), share.trials(), finite(share.value()), finite(limits.lower()), finite(limits.upper()));
    }

    static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
