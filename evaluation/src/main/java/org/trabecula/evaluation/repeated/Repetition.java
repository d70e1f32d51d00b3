package org.trabecula.evaluation.repeated;

import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.HeldOut;
import org.trabecula.stats.calibration.LogisticRecalibration;

/// One model in one repetition of a cross-validation: all cases, each scored by a model that never saw its patient.
///
/// @param number       from 1
/// @param n            cases with a score; those of folds without a usable model have none
/// @param positives    among them
/// @param folds        of the repetition
/// @param foldsWithout folds in which the other patients gave no usable model
/// @param casesWithout cases that have no score for that reason
/// @param auc          over the cases of all folds; NaN where there is none
/// @param withinFolds  mean of the areas within folds that hold both classes; NaN where none does
/// @param slope        of the calibration; NaN where it cannot be estimated
/// @param intercept    of the calibration, likewise
/// @param brier        mean squared error of the probabilities
/// @param sensitivity  at the cut-offs of the folds, each chosen on its other patients
/// @param specificity  likewise
/// @param why          there is no area, as a part of a sentence; empty where there is one
public record Repetition(
        int number, int n, int positives, int folds, int foldsWithout, int casesWithout, double auc, double withinFolds, double slope,
        double intercept, double brier, double sensitivity, double specificity, String why) {
    private static final double NONE = Double.NaN;

    /// Whether there was any usable model.
    public boolean hasModel() {
        return why.isEmpty();
    }

    /// @param row of cross-fitted scores that are probabilities
    public static Repetition of(int number, Evaluation.Row row) {
        HeldOut how = row.scores().heldOut().orElseThrow();
        LogisticRecalibration line = row.calibration().line();
        boolean fitted = Double.isFinite(line.slope()) && Double.isFinite(line.intercept());
        return new Repetition(
                number, row.n(), row.positives(), how.folds(), how.foldsLeft(), how.left(), row.plain().auc(),
                row.withinFolds().orElseThrow().mean(), fitted ? line.slope() : NONE, fitted ? line.intercept() : NONE, row.brier(),
                row.confusion().sensitivity().value(), row.confusion().specificity().value(), "");
    }

    /// @param folds in none of which a model was usable
    static Repetition without(int number, int folds, Evaluation.NoModel none) {
        return new Repetition(
                number, 0, 0, folds, folds, none.rows().size(), NONE, NONE, NONE, NONE, NONE, NONE, NONE, none.why());
    }
}
