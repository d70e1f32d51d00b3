package org.trabecula.evaluation;

import java.util.Map;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.roc.Confusion;
import org.trabecula.stats.roc.Cutoff;

/// What a model calls each row at its cut-off; cross-fitted rows at that of the fold that held them out.
///
/// @param positive one per row
public record Calls(boolean[] positive) {
    /// At Youden's cut-off.
    public static Calls of(Evaluation.Row row) {
        return of(row.scores(), CutoffRules.YOUDEN, row.youden());
    }

    /// Of cross-fitted scores.
    static Calls of(Scores scores, String key) {
        HeldOut how = scores.heldOut().orElseThrow();
        boolean[] positive = new boolean[scores.rows().size()];
        for (int row = 0; row < positive.length; row++) {
            Map<String, Cutoff> own = how.cutoffs().get(how.foldOfRow()[row]);
            Cutoff cutoff = own.get(key);
            if (cutoff == null) {
                throw new IllegalArgumentException("no cut-off " + key + " in fold " + how.foldOfRow()[row] + " of " + scores.model());
            }
            positive[row] = cutoff.direction().isPositive(scores.scores()[row], cutoff.threshold());
        }
        return new Calls(positive);
    }

    static Calls of(Scores scores, String key, Evaluation.OperatingPoint point) {
        if (scores.heldOut().isPresent()) {
            return of(scores, key);
        }
        boolean[] positive = new boolean[scores.rows().size()];
        for (int row = 0; row < positive.length; row++) {
            positive[row] = point.cutoff().direction().isPositive(scores.scores()[row], point.cutoff().threshold());
        }
        return new Calls(positive);
    }

    public Confusion confusion(Outcome outcome) {
        int tp = 0;
        int fp = 0;
        for (int row = 0; row < positive.length; row++) {
            tp += positive[row] && outcome.isCase(row) ? 1 : 0;
            fp += positive[row] && !outcome.isCase(row) ? 1 : 0;
        }
        return new Confusion(tp, fp, outcome.cases() - tp, outcome.controls() - fp);
    }
}
