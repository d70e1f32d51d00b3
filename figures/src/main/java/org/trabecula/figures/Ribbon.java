package org.trabecula.figures;

/// Pointwise limits of a curve over the same x.
///
/// @param name in the legend
public record Ribbon(Curve lower, Curve upper, String name) {
    /// Of a confidence interval.
    public Ribbon(Curve lower, Curve upper) {
        this(lower, upper, "95 % band");
    }

    static final double SHADE = 0.16;
}
