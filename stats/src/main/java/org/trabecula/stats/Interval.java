package org.trabecula.stats;

/// Two limits; NaN where there is no interval.
public record Interval(double lower, double upper) {
    /// An interval that does not exist.
    public static final Interval NONE = new Interval(Double.NaN, Double.NaN);
}
