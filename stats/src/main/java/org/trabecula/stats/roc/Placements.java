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
public record Placements(double auc, double[] ofCase, double[] ofControl) {
    static Placements of(Outcome outcome, double[] score, Direction direction) {
        return of(outcome, score, SortedScores.of(outcome, score, direction));
    }

    /// Checked against the definition's own identity: placements average to the area.
    ///
    /// @param sorted of the same rows
    public static Placements of(Outcome outcome, double[] score, SortedScores sorted) {
        Direction direction = sorted.direction();
        double[] cases = sorted.cases();
        double[] controls = sorted.controls();
        double[] ofCase = new double[cases.length];
        double[] ofControl = new double[controls.length];
        int i = 0;
        int j = 0;
        for (int row = 0; row < score.length; row++) {
            double s = direction.upwards(score[row]);
            if (outcome.isCase(row)) {
                ofCase[i++] = twiceBelow(controls, s) / (2.0 * controls.length);
            } else {
                long halfWinsOfCases = 2L * cases.length - twiceBelow(cases, s);
                ofControl[j++] = halfWinsOfCases / (2.0 * cases.length);
            }
        }
        return new Placements(sorted.auc(), ofCase, ofControl).checked();
    }

    /// Values < s and values ≤ s, added: a tie counts half.
    private static long twiceBelow(double[] sorted, double s) {
        int below = below(sorted, s);
        boolean tied = below < sorted.length && sorted[below] == s;
        return (long) below + (tied ? notAbove(sorted, below, s) : below);
    }

    /// Values < s.
    private static int below(double[] sorted, double s) {
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

    /// Values ≤ s, of which there are at least `from`.
    private static int notAbove(double[] sorted, int from, double s) {
        int low = from;
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

    private Placements checked() {
        double fromCases = Arrays.stream(ofCase).sum() / ofCase.length;
        if (!(Math.abs(fromCases - auc) < 1e-9)) {
            throw new IllegalStateException("placements average to " + fromCases + ", the area is " + auc);
        }
        return this;
    }
}
