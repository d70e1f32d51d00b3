package org.trabecula.figures;

/// Pointwise limits of a curve over the same x.
public record Ribbon(Curve lower, Curve upper) {
    static final double SHADE = 0.16;
}
