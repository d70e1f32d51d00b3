package org.trabecula.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.roc.Direction;
import org.trabecula.stats.roc.RocCurve;

/// Areas within the folds of cross-fitted scores. The area over all rows compares scores of different models, each fitted to other
/// patients; within a fold there is one model. Where a model carries little the first lies below the second: a fold with more
/// positives than the others is scored by a model that was fitted to fewer.
///
/// @param areas one per fold; NaN where a fold's rows hold one class or it has no model
/// @param mean  over the folds that have one; NaN when none has
public record WithinFolds(double[] areas, double mean) {
    static WithinFolds of(Scores scores, HeldOut how, Direction direction) {
        double[] areas = IntStream.range(0, how.folds()).mapToDouble(fold -> area(scores, how.rowsOf(fold), direction)).toArray();
        return new WithinFolds(areas, Arrays.stream(areas).filter(Double::isFinite).average().orElse(Double.NaN));
    }

    private static double area(Scores scores, int[] rows, Direction direction) {
        Outcome outcome = scores.outcome().select(rows);
        if (!outcome.hasBothClasses()) {
            return Double.NaN;
        }
        double[] own = Arrays.stream(rows).mapToDouble(row -> scores.scores()[row]).toArray();
        return RocCurve.of(outcome, own, direction).auc();
    }

    /// Folds that have an area.
    public int defined() {
        return (int) Arrays.stream(areas).filter(Double::isFinite).count();
    }
}
