package org.trabecula.stats;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.InverseErfc;

/// The standard normal distribution.
public final class Normal {
    private static final double SQRT2 = Math.sqrt(2);

    private Normal() {}

    /// Φ(z) = P(Z ≤ z); both tails keep full relative precision.
    public static double cdf(double z) {
        return 0.5 * Erfc.value(-z / SQRT2);
    }

    /// P(Z > z).
    public static double upperTail(double z) {
        return 0.5 * Erfc.value(z / SQRT2);
    }

    /// P(|Z| ≥ |z|).
    public static double twoSided(double z) {
        return Erfc.value(Math.abs(z) / SQRT2);
    }

    /// The z with Φ(z) = p; ±∞ at 0 and 1.
    public static double quantile(double p) {
        return -SQRT2 * InverseErfc.value(2 * p);
    }

    /// Half width, in standard errors, of a two-sided interval that covers `level`, such as 1.96 for 0.95.
    public static double halfWidth(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a confidence level lies between 0 and 1, got " + level);
        }
        return SQRT2 * InverseErfc.value(1 - level);
    }
}
