package org.trabecula.stats.roc;

/// A threshold with the rule that chose it; data, ready to be applied to rows it has not seen.
///
/// @param rule        how it was chosen, such as `youden` or `sensitivity ≥ 0.9`
/// @param threshold   positive means on this value or beyond it in `direction`; ±∞ calls everybody or nobody
/// @param direction   which side is positive
/// @param sensitivity on the rows it was chosen on
/// @param specificity on the rows it was chosen on
public record Cutoff(String rule, double threshold, Direction direction, double sensitivity, double specificity) {}
