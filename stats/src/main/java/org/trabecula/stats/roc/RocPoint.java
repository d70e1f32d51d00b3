package org.trabecula.stats.roc;

/// One corner of a ROC curve: what a threshold does.
///
/// @param threshold      midpoint between neighbouring scores; ±∞ at the two ends
/// @param truePositives  cases on the positive side
/// @param falsePositives controls on the positive side
/// @param sensitivity    truePositives / cases
/// @param specificity    1 − falsePositives / controls, computed as (controls − falsePositives) / controls
public record RocPoint(
        double threshold, int truePositives, int falsePositives, double sensitivity, double specificity) {}
