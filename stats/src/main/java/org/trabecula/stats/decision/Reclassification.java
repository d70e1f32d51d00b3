package org.trabecula.stats.decision;

import org.trabecula.stats.Moments;
import org.trabecula.stats.Normal;
import org.trabecula.stats.Outcome;

/// Net reclassification (NRI) and integrated discrimination improvement (IDI) of new probabilities over old ones.
///
/// ```
/// NRI = [P(up | case) − P(down | case)] + [P(down | control) − P(up | control)]
/// IDI = (mean new − mean old in cases) − (mean new − mean old in controls)
/// ```
///
/// See [#WARNING] before reporting either. Prefer the difference of areas, net benefit and calibration.
///
/// Source: Pencina et al. 2008, doi:10.1002/sim.2929.
///
/// @param eventNri    of the cases
/// @param nonEventNri of the controls
/// @param nri         sum of both
/// @param nriSe       √((up + down)/cases² − eventNri²/cases + the same for controls)
/// @param nriP        two-sided, normal
/// @param idi         difference of discrimination slopes
/// @param idiSe       √(var of the changes in cases / cases + in controls / controls)
/// @param idiP        two-sided, normal
public record Reclassification(
        double eventNri,
        double nonEventNri,
        double nri,
        double nriSe,
        double nriP,
        double idi,
        double idiSe,
        double idiP) {
    /// What a reader must be told beside an NRI or IDI.
    public static final String WARNING =
            "NRI and IDI can favour a useless marker when a model is miscalibrated, and their p values reject too often"
                    + " (Hilden and Gerds 2014, doi:10.1002/sim.5804; Pepe et al. 2015, doi:10.1007/s12561-014-9118-0)";

    /// By categories: up and down mean crossing a cut-off.
    ///
    /// @param cutoffs ascending; p on a cut-off belongs above it
    public static Reclassification byCategories(Outcome outcome, double[] old, double[] fresh, double... cutoffs) {
        return of(outcome, old, fresh, (a, b) -> Integer.compare(category(b, cutoffs), category(a, cutoffs)));
    }

    /// Category-free: any rise is up, any fall is down.
    public static Reclassification continuous(Outcome outcome, double[] old, double[] fresh) {
        return of(outcome, old, fresh, (a, b) -> Double.compare(b, a));
    }

    /// The way from an old to a new probability: positive up, negative down.
    @FunctionalInterface
    private interface Move {
        int from(double old, double fresh);
    }

    private static Reclassification of(Outcome outcome, double[] old, double[] fresh, Move move) {
        outcome.requireBothClasses();
        outcome.requireProbabilities("old probability", old);
        outcome.requireProbabilities("new probability", fresh);
        double[] change = new double[old.length];
        double[] direction = new double[old.length];
        for (int row = 0; row < change.length; row++) {
            change[row] = fresh[row] - old[row];
            direction[row] = Integer.signum(move.from(old[row], fresh[row]));
        }
        double[] ofCases = outcome.valuesOf(true, direction);
        double[] ofControls = outcome.valuesOf(false, direction);
        double event = Moments.mean(ofCases);
        double nonEvent = -Moments.mean(ofControls);
        double se = Math.sqrt(varianceOfMean(ofCases, event) + varianceOfMean(ofControls, nonEvent));
        double[] caseChange = outcome.valuesOf(true, change);
        double[] controlChange = outcome.valuesOf(false, change);
        double idi = Moments.mean(caseChange) - Moments.mean(controlChange);
        double idiSe = Math.sqrt(
                Moments.variance(caseChange) / caseChange.length + Moments.variance(controlChange) / controlChange.length);
        return new Reclassification(
                event,
                nonEvent,
                event + nonEvent,
                se,
                Normal.twoSided((event + nonEvent) / se),
                idi,
                idiSe,
                Normal.twoSided(idi / idiSe));
    }

    /// (share moved − mean²) / n, the multinomial variance of a mean of −1, 0, 1.
    private static double varianceOfMean(double[] direction, double mean) {
        double moved = 0;
        for (double one : direction) {
            moved += Math.abs(one);
        }
        return (moved / direction.length - mean * mean) / direction.length;
    }

    private static int category(double p, double[] cutoffs) {
        int category = 0;
        while (category < cutoffs.length && p >= cutoffs[category]) {
            category++;
        }
        return category;
    }
}
