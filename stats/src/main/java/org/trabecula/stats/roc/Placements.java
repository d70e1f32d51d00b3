package org.trabecula.stats.roc;

import java.util.Arrays;
import org.trabecula.stats.Outcome;

/// DeLong's structural components: where each case stands among the controls, and each control among the cases.
///
/// ```
/// V10_i = (1/n) Σ_j ψ(case_i, control_j)     V01_j = (1/m) Σ_i ψ(case_i, control_j)
/// ψ(x, y) = 1 if x > y, ½ if x = y, 0 otherwise
/// ```
///
/// Both average to the AUC. m cases, n controls, each in row order; O((m + n) log(m + n)).
///
/// @param auc      the area
/// @param ofCase   V10, one a case
/// @param ofControl V01, one a control
record Placements(double auc, double[] ofCase, double[] ofControl) {
    static Placements of(Outcome outcome, double[] score, Direction direction) {
        SortedScores sorted = SortedScores.of(outcome, score, direction);
        double[] cases = sorted.cases();
        double[] controls = sorted.controls();
        double[] ofCase = new double[cases.length];
        double[] ofControl = new double[controls.length];
        int i = 0;
        int j = 0;
        for (int row = 0; row < score.length; row++) {
            double s = direction.upwards(score[row]);
            if (outcome.isCase(row)) {
                ofCase[i++] = (below(controls, s) + notAbove(controls, s)) / (2.0 * controls.length);
            } else {
                long halfWinsOfCases = 2L * cases.length - below(cases, s) - notAbove(cases, s);
                ofControl[j++] = halfWinsOfCases / (2.0 * cases.length);
            }
        }
        return new Placements(sorted.auc(), ofCase, ofControl);
    }

    /// Values < s.
    private static long below(double[] sorted, double s) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < s) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Values ≤ s.
    private static long notAbove(double[] sorted, double s) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= s) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Checks the definition's own identity: placements average to the area.
    Placements checked() {
        double fromCases = Arrays.stream(ofCase).sum() / ofCase.length;
        if (!(Math.abs(fromCases - auc) < 1e-9)) {
            throw new IllegalStateException("placements average to " + fromCases + ", the area is " + auc);
        }
        return this;
    }
}
