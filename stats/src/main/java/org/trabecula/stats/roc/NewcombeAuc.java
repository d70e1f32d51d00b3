package org.trabecula.stats.roc;

import org.trabecula.stats.Normal;

/// An interval for the area that keeps a width when the area is 0 or 1, where DeLong's has none.
///
/// The limits are the areas θ that lie z standard errors from the observed A, the standard error being that of two
/// exponential distributions (Hanley and McNeil) with the mean class size in both places:
///
/// ```
/// (A − θ)² = z² θ(1 − θ) [1 + N* ((1 − θ)/(2 − θ) + θ/(1 + θ))] / (m n),   N* = (m + n)/2 − 1
/// ```
///
/// Source: Newcombe 2006 (method 5), doi:10.1002/sim.2324; Hanley and McNeil 1982,
/// doi:10.1148/radiology.143.1.7063747.
public final class NewcombeAuc {
    private NewcombeAuc() {}

    /// Lower limit at a two-sided `level`.
    public static double lower(double auc, int cases, int controls, double level) {
        return auc == 0 ? 0 : limit(auc, 0, cases, controls, Normal.halfWidth(level));
    }

    /// Upper limit at a two-sided `level`.
    public static double upper(double auc, int cases, int controls, double level) {
        return auc == 1 ? 1 : limit(auc, 1, cases, controls, Normal.halfWidth(level));
    }

    /// Bisects between the observed area and the end of the scale; the distance in standard errors grows on that way.
    private static double limit(double auc, double end, int m, int n, double z) {
        double inside = auc;
        double outside = end;
        while (Math.abs(outside - inside) > 1e-15) {
            double middle = (inside + outside) / 2;
            if (middle == inside || middle == outside) {
                break;
            }
            double away = auc - middle;
            if (away * away <= z * z * variance(middle, m, n)) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return (inside + outside) / 2;
    }

    private static double variance(double theta, double m, double n) {
        double meanSize = (m + n) / 2 - 1;
        double pairs = 1 + meanSize * ((1 - theta) / (2 - theta) + theta / (1 + theta));
        return theta * (1 - theta) * pairs / (m * n);
    }
}
