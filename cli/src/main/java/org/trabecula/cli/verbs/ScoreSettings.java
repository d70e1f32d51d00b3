package org.trabecula.cli.verbs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trabecula.stats.roc.Direction;

/// How scores are to be evaluated.
///
/// @param level            of all intervals
/// @param thresholds       of the decision curve
/// @param prevalence       of the decision curve; NaN for that of the rows
/// @param atSensitivity    further cut-offs
/// @param atSpecificity    further cut-offs
/// @param atThreshold      further cut-offs
/// @param partial          a part of the area that is wanted as well
/// @param riskCategories   limits of risk classes for the net reclassification; null: none asked, empty: category-free
/// @param bootstrap        replicates; 0 for none
record ScoreSettings(
        Direction direction,
        double level,
        double[] thresholds,
        double prevalence,
        List<Double> atSensitivity,
        List<Double> atSpecificity,
        List<Double> atThreshold,
        List<Part> partial,
        double @Nullable [] riskCategories,
        int bootstrap,
        long seed,
        int jobs) {
    /// A range of specificity or of sensitivity.
    record Part(boolean ofSpecificity, double low, double high) {}
}
