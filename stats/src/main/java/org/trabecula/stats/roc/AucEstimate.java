package org.trabecula.stats.roc;

import java.util.List;
import org.trabecula.stats.Interval;
import org.trabecula.stats.Normal;

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

    /// The same area with other limits, and what must be known of them.
    public AucEstimate within(AucInterval interval) {
        List<String> all = interval.caution().map(List::of).orElse(List.of());
        return new AucEstimate(auc, variance, interval.lower(), interval.upper(), level, cases, controls, all);
    }

    /// The interval made on the logit scale and turned back: logit(A) ± z √v / (A (1 − A)).
    ///
    /// It stays within 0 … 1 and covers better than the plain one when the area is near 1 or patients are few; pROC has the
    /// plain one. [Interval#NONE] where the area is 0 or 1, or has no variance.
    ///
    /// Source: Pepe, The Statistical Evaluation of Medical Tests for Classification and Prediction, 2003, section 5.2.4.
    public Interval logitInterval() {
        if (!(auc > 0 && auc < 1 && variance > 0)) {
            return Interval.NONE;
        }
        double centre = Math.log(auc / (1 - auc));
        double half = Normal.halfWidth(level) * Math.sqrt(variance) / (auc * (1 - auc));
        return new Interval(1 / (1 + Math.exp(half - centre)), 1 / (1 + Math.exp(-half - centre)));
    }
}
