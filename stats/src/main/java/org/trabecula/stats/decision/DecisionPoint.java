package org.trabecula.stats.decision;

/// The worth of a rule at one threshold probability.
///
/// @param threshold             probability at which harm and benefit of acting balance
/// @param truePositives         cases acted on
/// @param falsePositives        controls acted on
/// @param netBenefit            per patient, in true positives
/// @param standardised          net benefit / prevalence: 1 is perfect
/// @param interventionsAvoided  per patient, against treating all; NaN at threshold 0
/// @param optOut                net benefit of not acting, against treating all, in true negatives; NaN at threshold 0
public record DecisionPoint(
        double threshold,
        int truePositives,
        int falsePositives,
        double netBenefit,
        double standardised,
        double interventionsAvoided,
        double optOut) {}
