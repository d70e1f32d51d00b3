package org.trabecula.stats.glm;

import org.trabecula.stats.Interval;
import org.trabecula.stats.Normal;

/// What one unit of a term multiplies the odds by: exp(b), with the limits exp(b ± z se) of Wald's interval.
///
/// @param ratio    above 0
/// @param interval of the level asked for; NaN where the standard error is
public record OddsRatio(double ratio, Interval interval) {
    /// @param coefficient   b, of a logistic model
    /// @param standardError of b, robust or not
    /// @param level         such as 0.95
    public static OddsRatio of(double coefficient, double standardError, double level) {
        double half = Normal.halfWidth(level) * standardError;
        return new OddsRatio(
                Math.exp(coefficient), new Interval(Math.exp(coefficient - half), Math.exp(coefficient + half)));
    }
}
