package org.trabecula.stats.roc;

import java.util.function.ToDoubleFunction;
import org.trabecula.stats.Outcome;

/// Rules that choose a threshold from a curve.
///
/// Counts are compared as whole numbers, so ties are real ties; among them the point of highest specificity wins.
public final class Cutoffs {
    private Cutoffs() {}

    /// The largest sensitivity + specificity.
    ///
    /// Source: Youden 1950, doi:10.1002/1097-0142(1950)3:1<32::AID-CNCR2820030106>3.0.CO;2-3.
    public static Cutoff youden(RocCurve curve) {
        // tp/m − fp/n in whole numbers: tp·n − fp·m
        return best(
                curve, "youden", p -> (double) ((long) p.truePositives() * curve.controls())
                        - (double) ((long) p.falsePositives() * curve.cases()));
    }

    /// The largest sensitivity + r · specificity, r = (1 − prevalence) / (cost · prevalence), as pROC's `best.weights`.
    ///
    /// @param relativeCost of a missed case against a false alarm, > 0
    /// @param prevalence   where the test will be used, between 0 and 1
    public static Cutoff youden(RocCurve curve, double relativeCost, double prevalence) {
        if (!(relativeCost > 0 && prevalence > 0 && prevalence < 1)) {
            throw new IllegalArgumentException(
                    "cost must be > 0 and prevalence in (0, 1), got " + relativeCost + " and " + prevalence);
        }
        double r = (1 - prevalence) / (relativeCost * prevalence);
        return best(
                curve,
                "youden, cost " + relativeCost + ", prevalence " + prevalence,
                p -> p.sensitivity() + r * p.specificity());
    }

    /// The point nearest to sensitivity 1 and specificity 1.
    public static Cutoff closestTopLeft(RocCurve curve) {
        return best(curve, "closest to the top left corner", p -> {
            double missed = 1 - p.sensitivity();
            double alarmed = 1 - p.specificity();
            return -(missed * missed + alarmed * alarmed);
        });
    }

    /// The largest specificity among points whose sensitivity is at least `sensitivity`.
    ///
    /// An existing point, not an interpolated one, so that the threshold can be applied.
    public static Cutoff atSensitivity(RocCurve curve, double sensitivity) {
        double needed = neededCount(sensitivity, curve.cases());
        return best(
                curve,
                "sensitivity ≥ " + sensitivity,
                p -> p.truePositives() >= needed ? -p.falsePositives() : Double.NEGATIVE_INFINITY);
    }

    /// The largest sensitivity among points whose specificity is at least `specificity`.
    public static Cutoff atSpecificity(RocCurve curve, double specificity) {
        double needed = neededCount(specificity, curve.controls());
        return best(
                curve,
                "specificity ≥ " + specificity,
                p -> curve.controls() - p.falsePositives() >= needed ? p.truePositives() : Double.NEGATIVE_INFINITY);
    }

    /// A threshold chosen elsewhere, with what it does on these rows.
    public static Cutoff given(Outcome outcome, double[] score, Direction direction, double threshold) {
        Confusion table = Confusion.of(outcome, score, threshold, direction);
        return new Cutoff("given", threshold, direction, table.sensitivity().value(), table.specificity().value());
    }

    /// Smallest whole count whose share of `total`, as a double, reaches `share`.
    private static double neededCount(double share, int total) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("sensitivity and specificity lie in 0 … 1, got " + share);
        }
        double count = Math.ceil(share * total);
        return count >= 1 && (count - 1) / total >= share ? count - 1 : count; // 0.3·10 is a little above 3
    }

    /// Points run from low to high specificity, so ≥ keeps the last of equals.
    private static Cutoff best(RocCurve curve, String rule, ToDoubleFunction<RocPoint> merit) {
        RocPoint best = curve.points().getFirst();
        double most = merit.applyAsDouble(best);
        for (RocPoint point : curve.points()) {
            double value = merit.applyAsDouble(point);
            if (value >= most) {
                most = value;
                best = point;
            }
        }
        return new Cutoff(rule, best.threshold(), curve.direction(), best.sensitivity(), best.specificity());
    }
}
