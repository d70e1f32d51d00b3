package org.trabecula.stats.roc;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.stats.Outcome;

/// The receiver operating characteristic: every threshold's sensitivity and specificity.
///
/// Points run from "all positive" to "none positive". Thresholds are the midpoints of neighbouring distinct scores with
/// −∞ and +∞ at the ends (mirrored for [Direction#CASES_LOWER]), as in pROC; a midpoint that rounds onto the negative
/// neighbour is replaced by the positive one, so that applying a threshold gives its point exactly.
///
/// @param points distinct scores + 1 of them
/// @param auc    area by the trapezium rule: P(case > control) + P(tie) / 2
public record RocCurve(Direction direction, int cases, int controls, double auc, List<RocPoint> points) {
    public RocCurve {
        points = List.copyOf(points);
    }

    /// The empirical curve.
    ///
    /// @throws org.trabecula.core.InputException STA-102 if a class is missing, STA-103 on NaN or infinite scores
    public static RocCurve of(Outcome outcome, double[] score, Direction direction) {
        SortedScores sorted = SortedScores.of(outcome, score, direction);
        double[] cases = sorted.cases();
        double[] controls = sorted.controls();
        int m = cases.length;
        int n = controls.length;
        List<RocPoint> points = new ArrayList<>();
        double below = Double.NEGATIVE_INFINITY;
        int i = 0; // cases below the threshold
        int j = 0; // controls below the threshold
        while (i < m || j < n) {
            double next = Math.min(i < m ? cases[i] : Double.POSITIVE_INFINITY, j < n ? controls[j] : Double.POSITIVE_INFINITY);
            points.add(point(direction, between(below, next), m - i, m, n - j, n));
            while (i < m && cases[i] == next) {
                i++;
            }
            while (j < n && controls[j] == next) {
                j++;
            }
            below = next;
        }
        points.add(point(direction, Double.POSITIVE_INFINITY, 0, m, 0, n));
        return new RocCurve(direction, m, n, sorted.auc(), points);
    }

    private static RocPoint point(Direction direction, double upwards, int tp, int m, int fp, int n) {
        double threshold = direction == Direction.CASES_HIGHER ? upwards : -upwards;
        return new RocPoint(threshold, tp, fp, (double) tp / m, (double) (n - fp) / n);
    }

    /// A threshold t with below < t ≤ next.
    private static double between(double below, double next) {
        double sum = below + next;
        double middle = Double.isInfinite(sum) && Double.isFinite(below) ? below / 2 + next / 2 : sum / 2;
        return middle > below || Double.isInfinite(below) ? middle : next;
    }
}
