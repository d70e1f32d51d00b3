package org.trabecula.radiomics;

import org.trabecula.core.Problem;
import org.trabecula.radiomics.problem.RegionProblem;

/// Why a feature has no value for a region: where its definition ends.
public final class UndefinedFeature {
    private UndefinedFeature() {}

    /// The reason, for a feature whose value is NaN.
    ///
    /// @param column such as `original_firstorder_RobustMeanAbsoluteDeviation`
    public static Problem problem(String column) {
        String feature = column.substring(column.lastIndexOf('_') + 1);
        String reason = switch (feature) {
            case "RobustMeanAbsoluteDeviation" -> "no value lies between the region's 10th and 90th percentile";
            case "Imc2" -> "the joint entropy exceeds the entropy of independence by rounding, in every direction";
            case "Elongation", "Flatness", "LeastAxisLength", "MajorAxisLength", "MinorAxisLength" ->
                "a principal axis of the region has no length";
            default -> "its formula divides by zero for this region";
        };
        return new Problem(
                RegionProblem.UNDEFINED,
                column,
                reason,
                "a region for which the feature is defined",
                "nothing, if the region is right: the cell stays empty");
    }
}
