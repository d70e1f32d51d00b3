package org.trabecula.learn.signature;

import java.util.Arrays;
import org.trabecula.learn.Training;
import org.trabecula.learn.step.Columns;
import org.trabecula.learn.step.RedundancyFilter;
import org.trabecula.learn.step.Selection;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.correlation.CorrelatedPairs;
import org.trabecula.stats.correlation.Redundancy;
import org.trabecula.stats.glm.LogisticFit;
import org.trabecula.stats.glm.LogisticRegression;
import org.trabecula.stats.penalised.ElasticNet;
import org.trabecula.stats.penalised.LassoPath;
import org.trabecula.stats.penalised.Response;

/// Thins out what the LASSO kept (P13; protocol, step 9): by falling |coefficient|, a feature stays unless its |rho|
/// exceeds the threshold with one that stays already.
public final class Pruning {
    /// Fewer cases a feature than this make unpenalised coefficients unstable (Peduzzi et al. 1996 ask for ten; the
    /// protocol for five).
    private static final int EVENTS_PER_FEATURE = 5;

    private Pruning() {}

    /// @param training a table that holds the signature's features
    public static Selection fit(Training training, Signature signature, double above, int jobs) {
        Training chosen = training.transformed(table -> table.select(signature.names()));
        return RedundancyFilter.selection(
                "prune",
                signature.names(),
                Redundancy.prune(
                        CorrelatedPairs.spearman(Columns.matrix(chosen.table()), above, jobs), signature.coefficients()));
    }

    /// The signature on the features that stayed: logistic regression without penalty where the smaller class has at least
    /// [#EVENTS_PER_FEATURE] cases a feature and the features do not separate the classes (then there is no finite maximum of
    /// the likelihood), else the LASSO at the same λ.
    ///
    /// @param pruned a table that holds the remaining features only
    public static Signature refit(Training pruned, Signature before) {
        int fewer = Math.min(pruned.outcome().cases(), pruned.outcome().controls());
        boolean enough = fewer >= EVENTS_PER_FEATURE * pruned.table().names().size();
        Matrix x = Columns.matrix(pruned.table());
        if (enough) {
            LogisticFit plain = LogisticRegression.fit(x, pruned.outcome().zeroOne());
            if (!plain.separated()) {
                double[] all = plain.coefficients();
                return new Signature(
                        plain.intercept(), pruned.table().names(), Arrays.copyOfRange(all, 1, all.length), 0, before.note());
            }
        }
        LassoPath fitted =
                ElasticNet.binomial().withLambdas(before.lambda()).fit(x, Response.of(pruned.outcome().zeroOne()));
        return LassoSelection.signature(pruned.table().names(), fitted.coefficients(0), before.lambda(), before.note());
    }
}
