package org.trabecula.stats.roc;

import java.util.List;

/// An area under the curve with its uncertainty.
///
/// @param auc      the area
/// @param variance of the area; NaN where it is not defined (fewer than two cases or controls, or clusters with them)
/// @param lower    of the confidence interval, not below 0
/// @param upper    of the confidence interval, not above 1
/// @param level    of the interval, such as 0.95
/// @param cases    number of cases
/// @param controls number of controls
/// @param cautions sentences for the reader, such as an interval of width 0; usually none
public record AucEstimate(
        double auc,
        double variance,
        double lower,
        double upper,
        double level,
        int cases,
        int controls,
        List<String> cautions) {
    public AucEstimate {
        cautions = List.copyOf(cautions);
    }
}
