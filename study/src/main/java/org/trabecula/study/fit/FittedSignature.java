package org.trabecula.study.fit;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.learn.model.LassoTrace;
import org.trabecula.learn.model.ScoringModel;
import org.trabecula.learn.model.Signature;
import org.trabecula.learn.model.SvmSearch;
import org.trabecula.learn.step.FittedStep;
import org.trabecula.table.FeatureTable;

/// One signature, from raw features to a classifier's score.
///
/// @param name      `hcr`, `dtl` or `fusion`
/// @param counts    features before and after each step
/// @param steps     applied in order to a table of raw features
/// @param signature the linear score of the LASSO
/// @param lasso     the path and its cross-validation, for the figures
/// @param search    the grid search of the classifier
/// @param model     the classifier on the signature's features
/// @param scale     from its decision values to log-odds, fitted to decision values of the grid search's held-out cases:
///                  two machines with other costs have decision values of other sizes, their log-odds compare
public record FittedSignature(
        String name,
        List<StepCount> counts,
        List<FittedStep> steps,
        Signature signature,
        LassoTrace lasso,
        SvmSearch.Result search,
        ScoringModel model,
        LogisticLine scale) {
    public FittedSignature {
        counts = List.copyOf(counts);
        steps = List.copyOf(steps);
    }

    /// The table after the steps: what signature and classifier see.
    public FeatureTable prepared(FeatureTable raw) {
        FeatureTable table = raw;
        for (FittedStep step : steps) {
            table = step.apply(table);
        }
        return table;
    }

    /// The classifier's scores of raw rows, as log-odds.
    public double[] score(FeatureTable raw) {
        return scale.logits(model.score(prepared(raw)));
    }

    /// The raw features that any step needs.
    public List<String> inputs() {
        return new ArrayList<>(steps.getFirst().names());
    }
}
