package org.trabecula.stats.roc;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.trabecula.stats.Outcome;

/// Precision and recall at every distinct score, as scikit-learn's `precision_recall_curve`.
///
/// Points run from the lowest threshold (recall 1) up; the last has recall 0, precision 1 by convention and no threshold
/// (NaN).
public final class PrecisionRecall {
    private final Direction direction;
    private final int cases;
    private final double prevalence;
    private final double[] scores; // distinct, ascending, cases turned to be higher
    private final int[] truePositives;
    private final int[] falsePositives;
    private final double averagePrecision;
    private final double trapezoidArea;

    private PrecisionRecall(SortedScores sorted, double[] scores, int[] truePositives, int[] falsePositives) {
        this.direction = sorted.direction();
        this.cases = sorted.cases().length;
        this.prevalence = sorted.prevalence();
        this.scores = scores;
        this.truePositives = truePositives;
        this.falsePositives = falsePositives;
        double steps = 0;
        double trapezoid = 0;
        for (int k = 0; k < scores.length; k++) {
            double gained = recall(k) - recall(k + 1);
            steps += gained * precision(k);
            trapezoid += gained * (precision(k) + precision(k + 1)) / 2;
        }
        this.averagePrecision = steps;
        this.trapezoidArea = trapezoid;
    }

    /// @param threshold a score: on it or beyond it is positive
    /// @param precision TP / (TP + FP)
    /// @param recall    TP / cases
    public record Point(double threshold, double precision, double recall) {}

    /// @throws org.trabecula.core.InputException STA-102 if a class is missing, STA-103 on NaN or infinite scores
    public static PrecisionRecall of(Outcome outcome, double[] score, Direction direction) {
        return of(SortedScores.of(outcome, score, direction));
    }

    /// The same from scores already in order. Allocates 16 bytes a row.
    public static PrecisionRecall of(SortedScores sorted) {
        double[] cases = sorted.cases();
        double[] controls = sorted.controls();
        double[] scores = new double[cases.length + controls.length];
        int[] truePositives = new int[scores.length];
        int[] falsePositives = new int[scores.length];
        int distinct = 0;
        int i = 0;
        int j = 0;
        while (i < cases.length || j < controls.length) {
            double next = Math.min(
                    i < cases.length ? cases[i] : Double.POSITIVE_INFINITY,
                    j < controls.length ? controls[j] : Double.POSITIVE_INFINITY);
            scores[distinct] = next;
            truePositives[distinct] = cases.length - i;
            falsePositives[distinct++] = controls.length - j;
            while (i < cases.length && cases[i] == next) {
                i++;
            }
            while (j < controls.length && controls[j] == next) {
                j++;
            }
        }
        return new PrecisionRecall(
                sorted, Arrays.copyOf(scores, distinct), Arrays.copyOf(truePositives, distinct),
                Arrays.copyOf(falsePositives, distinct));
    }

    /// Σ (R_k − R_(k+1)) P_k, the step sum, which does not interpolate.
    public double averagePrecision() {
        return averagePrecision;
    }

    /// Area by the trapezium rule, which is too optimistic between points; for comparison only.
    public double trapezoidArea() {
        return trapezoidArea;
    }

    /// The precision of a score that knows nothing.
    public double prevalence() {
        return prevalence;
    }

    /// Distinct scores + 1 of them; a view, which makes a point when it is asked for.
    public List<Point> points() {
        return new Points(this);
    }

    private double precision(int k) {
        if (k == scores.length) {
            return 1;
        }
        double tp = truePositives[k];
        return tp / (tp + falsePositives[k]);
    }

    private double recall(int k) {
        return k == scores.length ? 0 : (double) truePositives[k] / cases;
    }

    private double threshold(int k) {
        if (k == scores.length) {
            return Double.NaN;
        }
        return direction == Direction.CASES_HIGHER ? scores[k] : -scores[k];
    }

    private static final class Points extends AbstractList<Point> implements RandomAccess {
        private final PrecisionRecall curve;

        Points(PrecisionRecall curve) {
            this.curve = curve;
        }

        @Override
        public Point get(int k) {
            return new Point(curve.threshold(k), curve.precision(k), curve.recall(k));
        }

        @Override
        public int size() {
            return curve.scores.length + 1;
        }
    }
}
