package org.trabecula.stats.roc;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.trabecula.stats.Interval;
import org.trabecula.stats.Normal;

/// A share with its intervals.
///
/// @param successes counted
/// @param trials    out of how many; 0 gives NaN everywhere
public record Proportion(int successes, int trials) {
    public Proportion {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException("successes must be 0 … trials, got " + successes + " of " + trials);
        }
    }

    public double value() {
        return (double) successes / trials;
    }

    /// Wilson's score interval; R's `prop.test(correct = FALSE)`.
    ///
    /// ```
    /// (p̂ + z²/2n ± z √(p̂(1 − p̂)/n + z²/4n²)) / (1 + z²/n)
    /// ```
    ///
    /// Source: Wilson 1927, doi:10.1080/01621459.1927.10502953.
    public Interval wilson(double level) {
        double z = Normal.halfWidth(level);
        double n = trials;
        double p = value();
        double centre = p + z * z / (2 * n);
        double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        double scale = 1 + z * z / n;
        double lower = successes == 0 ? 0 : (centre - half) / scale;
        double upper = successes == trials ? 1 : (centre + half) / scale;
        return trials == 0 ? Interval.NONE : new Interval(lower, upper);
    }

    /// The exact interval of Clopper and Pearson: quantiles of beta distributions, 0 and 1 at the ends.
    ///
    /// Source: Clopper and Pearson 1934, doi:10.1093/biomet/26.4.404.
    public Interval exact(double level) {
        if (trials == 0) {
            return Interval.NONE;
        }
        double tail = (1 - level) / 2;
        double lower = successes == 0
                ? 0
                : BetaDistribution.of(successes, trials - successes + 1.0).inverseCumulativeProbability(tail);
        double upper = successes == trials
                ? 1
                : BetaDistribution.of(successes + 1.0, (double) trials - successes).inverseSurvivalProbability(tail);
        return new Interval(lower, upper);
    }
}
