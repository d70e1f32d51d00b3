package org.trabecula.evaluation.repeated;

import java.util.List;
import org.trabecula.stats.roc.AucEstimate;
import org.trabecula.stats.roc.NewcombeAuc;

/// An area of 0 or 1 has no variance by DeLong's method, but doubt all the same: then Newcombe's limits stand in, as if cases were independent.
public final class BoundedArea {
    private BoundedArea() {}

    /// The same estimate where it has a variance.
    public static AucEstimate of(AucEstimate auc) {
        return auc.variance() == 0
                ? new AucEstimate(
                        auc.auc(), auc.variance(), NewcombeAuc.lower(auc.auc(), auc.cases(), auc.controls(), auc.level()),
                        NewcombeAuc.upper(auc.auc(), auc.cases(), auc.controls(), auc.level()), auc.level(), auc.cases(), auc.controls(),
                        List.of("Newcombe's limits, because all cases lie on the right side"))
                : auc;
    }
}
