package org.trabecula.web.reading;

import java.util.List;
import java.util.OptionalDouble;

/// How far the features of second outlines agree with those of the first.
///
/// @param preset      of the features
/// @param form        which intraclass correlation, such as `ICC(2,1)`
/// @param bound       the protocol's, that every comparison has to reach
/// @param comparisons same reader, other reader; empty while fewer than two cases were outlined twice
/// @param features    in all
/// @param kept        of them, by the protocol's rule
/// @param least       features that agree least, worst first
/// @param failures    cases of which an outline could not be measured
/// @param notes       what was assumed
public record IccView(
        String preset, String form, double bound, List<ComparisonView> comparisons, int features, long kept, List<FeatureView> least,
        int failures, List<String> notes) {
    /// @param name        same reader, or other reader
    /// @param cases       that were compared
    /// @param over90      features whose ICC is at least 0.90
    /// @param over75      at least 0.75
    /// @param overBound   at least the protocol's bound
    /// @param undefined   features without an ICC
    /// @param medianDice  of the two outlines; of the cases that were compared
    /// @param lowestDice  of the case that agrees least
    /// @param medianMm    95 % surface distance
    public record ComparisonView(
            String name, int cases, long over90, long over75, long overBound, long undefined, OptionalDouble medianDice,
            OptionalDouble lowestDice, OptionalDouble medianMm) {}

    /// @param iccs one a comparison
    public record FeatureView(String feature, List<OptionalDouble> iccs) {}
}
