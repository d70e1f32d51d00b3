package org.trabecula.stats.roc;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.stats.Outcome;

/// Precision and recall at every distinct score, as scikit-learn's `precision_recall_curve`.
///
/// Points run from the lowest threshold (recall 1) up; the last has recall 0, precision 1 by convention and no threshold
/// (NaN).
///
/// @param averagePrecision Σ (R_k − R_(k+1)) P_k, the step sum, which does not interpolate
/// @param trapezoidArea    area by the trapezium rule, which is too optimistic between points; for comparison only
/// @param prevalence       the precision of a score that knows nothing
public record PrecisionRecall(
        List<Point> points, double averagePrecision, double trapezoidArea, double prevalence) {
    public PrecisionRecall {
        points = List.copyOf(points);
    }

    /// @param threshold a score: on it or beyond it is positive
    /// @param precision TP / (TP + FP)
    /// @param recall    TP / cases
    public record Point(double threshold, double precision, double recall) {}

    /// @throws org.trabecula.core.InputException STA-102 if a class is missing, STA-103 on NaN or infinite scores
    public static PrecisionRecall of(Outcome outcome, double[] score, Direction direction) {
        SortedScores sorted = SortedScores.of(outcome, score, direction);
        double[] cases = sorted.cases();
        double[] controls = sorted.controls();
        List<Point> points = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < cases.length || j < controls.length) {
            double next = Math.min(
                    i < cases.length ? cases[i] : Double.POSITIVE_INFINITY,
                    j < controls.length ? controls[j] : Double.POSITIVE_INFINITY);
            double tp = cases.length - i;
            double fp = controls.length - j;
            double threshold = direction == Direction.CASES_HIGHER ? next : -next;
            points.add(new Point(threshold, tp / (tp + fp), tp / cases.length));
            while (i < cases.length && cases[i] == next) {
                i++;
            }
            while (j < controls.length && controls[j] == next) {
                j++;
            }
        }
        points.add(new Point(Double.NaN, 1, 0));
        double steps = 0;
        double trapezoid = 0;
        for (int k = 0; k + 1 < points.size(); k++) {
            Point here = points.get(k);
            Point next = points.get(k + 1);
            double gained = here.recall() - next.recall();
            steps += gained * here.precision();
            trapezoid += gained * (here.precision() + next.precision()) / 2;
        }
        return new PrecisionRecall(points, steps, trapezoid, outcome.prevalence());
    }
}
