package org.trabecula.learn.step;

import org.trabecula.learn.Training;
import org.trabecula.learn.model.Signature;
import org.trabecula.stats.correlation.Correlation;
import org.trabecula.stats.correlation.Redundancy;

/// Thins out what the LASSO kept (P13; protocol, step 9): by falling |coefficient|, a feature stays unless its |rho|
/// exceeds the threshold with one that stays already.
public final class Pruning {
    private Pruning() {}

    /// @param training a table that holds the signature's features
    public static Selection fit(Training training, Signature signature, double above, int jobs) {
        Training chosen = training.transformed(table -> table.select(signature.names()));
        return RedundancyFilter.selection(
                "prune",
                signature.names(),
                Redundancy.prune(
                        Correlation.spearman(Columns.matrix(chosen.table()), jobs), above, signature.coefficients()));
    }
}
