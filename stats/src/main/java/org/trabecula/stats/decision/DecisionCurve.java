package org.trabecula.stats.decision;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.roc.Direction;
import org.trabecula.stats.roc.SortedScores;

/// Decision curves: net benefit of acting on predictions, over threshold probabilities.
///
/// ```
/// NB(t) = π·TPR − (1 − π)·FPR·t/(1 − t)
/// NB_all(t) = π − (1 − π)·t/(1 − t),   NB_none = 0
/// avoided(t) = (NB − NB_all) / (t/(1 − t))
/// opt-out(t) = (1 − π)·TNR − π·FNR·(1 − t)/t
/// ```
///
/// π is the prevalence. A row is acted on when p ≥ t (as dcurves; rmda takes p > t, which differs wherever a prediction
/// equals a threshold). Nothing is smoothed.
///
/// Source: Vickers and Elkin 2006, doi:10.1177/0272989X06295361; Vickers et al. 2008, doi:10.1186/1472-6947-8-53.
///
/// @param prevalence that was used
/// @param model      one point a threshold
/// @param all        treating everybody
/// @param none       treating nobody
public record DecisionCurve(
        double prevalence, List<DecisionPoint> model, List<DecisionPoint> all, List<DecisionPoint> none) {
    public DecisionCurve {
        model = List.copyOf(model);
        all = List.copyOf(all);
        none = List.copyOf(none);
    }

    /// `from`, … `to` hundredths as exact decimals: k/100, never a sum of steps.
    public static double[] hundredths(int from, int to) {
        double[] thresholds = new double[to - from + 1];
        for (int k = 0; k < thresholds.length; k++) {
            thresholds[k] = (from + k) / 100.0;
        }
        return thresholds;
    }

    /// With the prevalence of these rows.
    ///
    /// @param thresholds each in [0, 1)
    /// @throws org.trabecula.core.InputException STA-102 if a class is missing, STA-103 on NaN, STA-106 outside [0, 1]
    public static DecisionCurve of(Outcome outcome, double[] p, double... thresholds) {
        return of(outcome, p, outcome.prevalence(), thresholds);
    }

    /// With the prevalence of where the model will be used, for rows sampled by outcome (case–control).
    public static DecisionCurve of(Outcome outcome, double[] p, double prevalence, double[] thresholds) {
        outcome.requireBothClasses();
        outcome.requireProbabilities("probability", p);
        return of(SortedScores.of(outcome, p, Direction.CASES_HIGHER), prevalence, thresholds);
    }

    /// The same from probabilities already in order.
    public static DecisionCurve of(SortedScores sorted, double prevalence, double[] thresholds) {
        double[] cases = sorted.cases();
        double[] controls = sorted.controls();
        List<DecisionPoint> model = new ArrayList<>();
        List<DecisionPoint> all = new ArrayList<>();
        List<DecisionPoint> none = new ArrayList<>();
        for (double t : thresholds) {
            if (!(t >= 0 && t < 1)) {
                throw new IllegalArgumentException("a threshold probability lies in [0, 1), got " + t);
            }
            model.add(point(t, atLeast(cases, t), cases.length, atLeast(controls, t), controls.length, prevalence));
            all.add(point(t, cases.length, cases.length, controls.length, controls.length, prevalence));
            none.add(point(t, 0, cases.length, 0, controls.length, prevalence));
        }
        return new DecisionCurve(prevalence, model, all, none);
    }

    static DecisionPoint point(double t, int tp, int cases, int fp, int controls, double prevalence) {
        double tpr = (double) tp / cases;
        double fpr = (double) fp / controls;
        double odds = t / (1 - t);
        double benefit = tpr * prevalence - odds * (1 - prevalence) * fpr;
        double all = prevalence - odds * (1 - prevalence);
        double optOut = (1 - fpr) * (1 - prevalence) - (1 - tpr) * prevalence * (1 - t) / t;
        return new DecisionPoint(
                t,
                tp,
                fp,
                benefit,
                benefit / prevalence,
                t == 0 ? Double.NaN : (benefit - all) / odds,
                t == 0 ? Double.NaN : optOut);
    }

    /// How many of the ascending values are ≥ t.
    static int atLeast(double[] ascending, double t) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < t) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return ascending.length - low;
    }
}
