package org.trabecula.stats.roc;

import org.trabecula.stats.Outcome;

/// The four counts of a yes/no test, and what follows from them.
///
/// Shares without a denominator are NaN.
///
/// @param tp cases called positive
/// @param fp controls called positive
/// @param fn cases called negative
/// @param tn controls called negative
public record Confusion(int tp, int fp, int fn, int tn) {
    public Confusion {
        if (tp < 0 || fp < 0 || fn < 0 || tn < 0) {
            throw new IllegalArgumentException("counts must not be negative, got " + tp + ", " + fp + ", " + fn + ", " + tn);
        }
    }

    /// Applies a cut-off, chosen anywhere, to these rows.
    ///
    /// @throws org.trabecula.core.InputException STA-103 on NaN or infinite scores
    public static Confusion of(Outcome outcome, double[] score, Cutoff cutoff) {
        return of(outcome, score, cutoff.threshold(), cutoff.direction());
    }

    /// Applies a threshold: on it or beyond it is positive.
    public static Confusion of(Outcome outcome, double[] score, double threshold, Direction direction) {
        outcome.requireFinite("score", score);
        int tp = 0;
        int fp = 0;
        for (int row = 0; row < score.length; row++) {
            if (direction.isPositive(score[row], threshold)) {
                if (outcome.isCase(row)) {
                    tp++;
                } else {
                    fp++;
                }
            }
        }
        return new Confusion(tp, fp, outcome.cases() - tp, outcome.controls() - fp);
    }

    public int cases() {
        return tp + fn;
    }

    public int controls() {
        return fp + tn;
    }

    public int rows() {
        return cases() + controls();
    }

    /// TP / (TP + FN), recall.
    public Proportion sensitivity() {
        return new Proportion(tp, cases());
    }

    /// TN / (TN + FP).
    public Proportion specificity() {
        return new Proportion(tn, controls());
    }

    /// Positive predictive value, precision: TP / (TP + FP).
    public Proportion ppv() {
        return new Proportion(tp, tp + fp);
    }

    /// Negative predictive value: TN / (TN + FN).
    public Proportion npv() {
        return new Proportion(tn, tn + fn);
    }

    /// (TP + TN) / N.
    public Proportion accuracy() {
        return new Proportion(tp + tn, rows());
    }

    /// 2 TP / (2 TP + FP + FN): harmonic mean of sensitivity and PPV.
    public double f1() {
        return 2.0 * tp / (2.0 * tp + fp + fn);
    }

    /// Mean of sensitivity and specificity.
    public double balancedAccuracy() {
        return (sensitivity().value() + specificity().value()) / 2;
    }

    /// Sensitivity + specificity − 1.
    public double youden() {
        return sensitivity().value() + specificity().value() - 1;
    }

    /// Matthews correlation coefficient; NaN when a row or column of the table is empty.
    public double matthews() {
        double product = ((double) tp + fp) * ((double) tp + fn) * ((double) tn + fp) * ((double) tn + fn);
        return ((double) tp * tn - (double) fp * fn) / Math.sqrt(product);
    }

    /// Cohen's kappa: agreement of call and outcome beyond chance.
    public double kappa() {
        double n = rows();
        double observed = (tp + tn) / n;
        double byChance = (((double) tp + fp) * ((double) tp + fn) + ((double) tn + fn) * ((double) tn + fp)) / (n * n);
        return (observed - byChance) / (1 - byChance);
    }
}
