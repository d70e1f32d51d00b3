package org.trabecula.stats.roc;

import java.util.Arrays;
import org.trabecula.stats.Outcome;

/// Scores of cases and of controls, each in ascending order, cases turned to be higher.
///
/// Everything about a single curve, its area, DeLong's variance, decision and calibration curves needs no more than this order,
/// so that who wants several of them sorts once.
public final class SortedScores {
    private final Direction direction;
    private final double[] cases;
    private final double[] controls;

    private SortedScores(Direction direction, double[] cases, double[] controls) {
        this.direction = direction;
        this.cases = cases;
        this.controls = controls;
    }

    /// @throws org.trabecula.core.InputException STA-102 if a class is missing, STA-103 on NaN or infinite scores
    public static SortedScores of(Outcome outcome, double[] score, Direction direction) {
        outcome.requireBothClasses();
        outcome.requireFinite("score", score);
        double[] cases = new double[outcome.cases()];
        double[] controls = new double[outcome.controls()];
        int i = 0;
        int j = 0;
        for (int row = 0; row < score.length; row++) {
            if (outcome.isCase(row)) {
                cases[i++] = direction.upwards(score[row]);
            } else {
                controls[j++] = direction.upwards(score[row]);
            }
        }
        Arrays.sort(cases);
        Arrays.sort(controls);
        return new SortedScores(direction, cases, controls);
    }

    public Direction direction() {
        return direction;
    }

    /// Scores of cases, ascending; not a copy, not to be written to.
    public double[] cases() {
        return cases;
    }

    /// Scores of controls, ascending; not a copy, not to be written to.
    public double[] controls() {
        return controls;
    }

    /// Share of cases.
    double prevalence() {
        return (double) cases.length / (cases.length + controls.length);
    }

    /// Area under the curve from the whole number of half wins: AUC = Σ_i Σ_j (2·[case > control] + [tie]) / (2 m n).
    public double auc() {
        return (double) halfWins() / (2.0 * cases.length * controls.length);
    }

    private long halfWins() {
        long halfWins = 0;
        int below = 0;
        int notAbove = 0;
        for (double score : cases) {
            while (below < controls.length && controls[below] < score) {
                below++;
            }
            while (notAbove < controls.length && controls[notAbove] <= score) {
                notAbove++;
            }
            halfWins += (long) below + notAbove;
        }
        return halfWins;
    }
}
