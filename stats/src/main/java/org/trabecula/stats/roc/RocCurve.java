package org.trabecula.stats.roc;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.trabecula.stats.Outcome;

/// The receiver operating characteristic: every threshold's sensitivity and specificity.
///
/// Points run from "all positive" to "none positive". Thresholds are the midpoints of neighbouring distinct scores with
/// −∞ and +∞ at the ends (mirrored for [Direction#CASES_LOWER]), as in pROC; a midpoint that rounds onto the negative
/// neighbour is replaced by the positive one, so that applying a threshold gives its point exactly.
public final class RocCurve {
    private final Direction direction;
    private final int cases;
    private final int controls;
    private final double auc;
    private final double[] upwards; // thresholds, cases turned to be higher
    private final int[] truePositives;
    private final int[] falsePositives;

    private RocCurve(SortedScores sorted, double[] upwards, int[] truePositives, int[] falsePositives) {
        this.direction = sorted.direction();
        this.cases = sorted.cases().length;
        this.controls = sorted.controls().length;
        this.auc = sorted.auc();
        this.upwards = upwards;
        this.truePositives = truePositives;
        this.falsePositives = falsePositives;
    }

    /// The empirical curve.
    ///
    /// @throws org.trabecula.core.InputException STA-102 if a class is missing, STA-103 on NaN or infinite scores
    public static RocCurve of(Outcome outcome, double[] score, Direction direction) {
        return of(SortedScores.of(outcome, score, direction));
    }

    /// The same from scores already in order. Allocates 16 bytes a row.
    public static RocCurve of(SortedScores sorted) {
        double[] cases = sorted.cases();
        double[] controls = sorted.controls();
        int m = cases.length;
        int n = controls.length;
        double[] upwards = new double[m + n + 1];
        int[] truePositives = new int[m + n + 1];
        int[] falsePositives = new int[m + n + 1];
        int points = 0;
        double below = Double.NEGATIVE_INFINITY;
        int i = 0; // cases below the threshold
        int j = 0; // controls below the threshold
        while (i < m || j < n) {
            double next = Math.min(i < m ? cases[i] : Double.POSITIVE_INFINITY, j < n ? controls[j] : Double.POSITIVE_INFINITY);
            upwards[points] = between(below, next);
            truePositives[points] = m - i;
            falsePositives[points++] = n - j;
            while (i < m && cases[i] == next) {
                i++;
            }
            while (j < n && controls[j] == next) {
                j++;
            }
            below = next;
        }
        upwards[points++] = Double.POSITIVE_INFINITY; // and nobody positive
        return new RocCurve(
                sorted, Arrays.copyOf(upwards, points), Arrays.copyOf(truePositives, points),
                Arrays.copyOf(falsePositives, points));
    }

    /// A threshold t with below < t ≤ next.
    private static double between(double below, double next) {
        double sum = below + next;
        double middle = Double.isInfinite(sum) && Double.isFinite(below) ? below / 2 + next / 2 : sum / 2;
        return middle > below || Double.isInfinite(below) ? middle : next;
    }

    public Direction direction() {
        return direction;
    }

    public int cases() {
        return cases;
    }

    public int controls() {
        return controls;
    }

    /// Area by the trapezium rule: P(case > control) + P(tie) / 2.
    public double auc() {
        return auc;
    }

    /// Distinct scores + 1 of them; a view, which makes a point when it is asked for.
    public List<RocPoint> points() {
        return new Points(this);
    }

    private RocPoint point(int k) {
        return new RocPoint(
                direction == Direction.CASES_HIGHER ? upwards[k] : -upwards[k], truePositives[k], falsePositives[k],
                (double) truePositives[k] / cases, (double) (controls - falsePositives[k]) / controls);
    }

    private static final class Points extends AbstractList<RocPoint> implements RandomAccess {
        private final RocCurve curve;

        Points(RocCurve curve) {
            this.curve = curve;
        }

        @Override
        public RocPoint get(int k) {
            return curve.point(k);
        }

        @Override
        public int size() {
            return curve.upwards.length;
        }
    }
}
