package org.trabecula.stats.roc;

import java.util.List;
import org.trabecula.stats.Clusters;
import org.trabecula.stats.Outcome;

/// The mean of the areas that several sets of scores give the same patients, such as the repetitions of a cross-validation.
///
/// Areas of the same patients are correlated, so their spread says nothing about how sure their mean is. The mean is linear in the
/// placements, though: with X_ci, Y_ci the sums over a patient i's cases and controls of placement − A_r in set r, each divided by that
/// set's m_r cases or n_r controls, and X_i, Y_i their means over the R sets,
///
/// ```
/// A = (1/R) Σ A_r
/// var(A) = I10 / (I10 − 1) Σ X_i² + I01 / (I01 − 1) Σ Y_i² + 2 I / (I − 1) Σ X_i Y_i
/// ```
///
/// I patients, I10 of them with a case and I01 with a control in any set. This is the variance of DeLong's linear contrast (1/R, …, 1/R)
/// of the R areas with patients as clusters; one set gives [ClusteredDeLong]'s number. A set need not score every patient: a patient adds
/// nothing to a set in which it has no score. Undefined (NaN) when I10 or I01 is below 2. Scores are taken as they are: that other
/// training patients would have made other models is not part of it.
///
/// Source: DeLong, DeLong and Clarke-Pearson 1988, doi:10.2307/2531595 (contrasts); Obuchowski 1997, doi:10.2307/2533958 (clusters);
/// for cross-validated areas LeDell, Petersen and van der Laan 2015, doi:10.1214/15-EJS1035.
public final class MeanArea {
    private MeanArea() {}

    /// Scores of some rows.
    ///
    /// @param outcome  of the rows
    /// @param patients of the rows; the same patient has the same name in every set
    /// @param scores   one per row
    public record ScoredRows(Outcome outcome, List<String> patients, double[] scores) {
        public ScoredRows {
            patients = List.copyOf(patients);
            if (patients.size() != outcome.size() || scores.length != outcome.size()) {
                throw new IllegalArgumentException(
                        outcome.size() + " outcomes, " + patients.size() + " patients, " + scores.length + " scores");
            }
        }
    }

    /// @param sets     at least one, each with both classes
    /// @param level    of the interval, such as 0.95
    /// @param cases    distinct cases that have a score in any set, for the record
    /// @param controls likewise
    /// @throws org.trabecula.core.InputException STA-102 if a set lacks a class, STA-103 on a score that is no number
    public static AucEstimate of(List<ScoredRows> sets, Direction direction, double level, int cases, int controls) {
        if (sets.isEmpty()) {
            throw new IllegalArgumentException("a mean needs at least one area");
        }
        Clusters patients = Clusters.of(sets.stream().flatMap(set -> set.patients().stream()).toList());
        double[] ofCases = new double[patients.count()];
        double[] ofControls = new double[patients.count()];
        boolean[] hasCase = new boolean[patients.count()];
        boolean[] hasControl = new boolean[patients.count()];
        double mean = 0;
        int before = 0;
        for (ScoredRows set : sets) {
            Outcome outcome = set.outcome();
            Placements placements = Placements.of(outcome, set.scores(), direction);
            mean += placements.auc() / sets.size();
            int i = 0;
            int j = 0;
            for (int row = 0; row < outcome.size(); row++) {
                int patient = patients.of(before + row);
                if (outcome.isCase(row)) {
                    ofCases[patient] += (placements.ofCase()[i++] - placements.auc()) / ((double) outcome.cases() * sets.size());
                    hasCase[patient] = true;
                } else {
                    ofControls[patient] += (placements.ofControl()[j++] - placements.auc()) / ((double) outcome.controls() * sets.size());
                    hasControl[patient] = true;
                }
            }
            before += outcome.size();
        }
        return DeLong.estimate(mean, variance(ofCases, ofControls, count(hasCase), count(hasControl)), level, cases, controls);
    }

    private static double variance(double[] ofCases, double[] ofControls, double withCase, double withControl) {
        if (withCase < 2 || withControl < 2) {
            return Double.NaN;
        }
        double clusters = ofCases.length;
        double s10 = 0;
        double s01 = 0;
        double s11 = 0;
        for (int patient = 0; patient < ofCases.length; patient++) {
            s10 += ofCases[patient] * ofCases[patient];
            s01 += ofControls[patient] * ofControls[patient];
            s11 += ofCases[patient] * ofControls[patient];
        }
        return withCase / (withCase - 1) * s10 + withControl / (withControl - 1) * s01 + 2 * clusters / (clusters - 1) * s11;
    }

    private static int count(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }
}
