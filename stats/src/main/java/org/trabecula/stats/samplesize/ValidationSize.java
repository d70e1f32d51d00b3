package org.trabecula.stats.samplesize;

import java.util.Optional;

/// How many cases the validation of a finished model for a binary outcome needs, so that 95 % intervals are as narrow as asked.
///
/// ```
/// observed / expected (1):  n = (1 − φ) / (φ SE²),   exp(1.96 SE) − exp(−1.96 SE) = width
/// calibration slope (1):    n = I_0 / (SE² (I_0 I_2 − I_1²)),   I_k = E[x^k p (1 − p)],   2 · 1.96 SE = width
/// AUC A:                    SE² = A (1 − A) (1 + (n/2 − 1) ((1 − A)/(2 − A) + A/(1 + A))) / (n² φ (1 − φ))
/// standardised net benefit: n = (s (1 − s)/φ + w² c (1 − c)/(1 − φ) + w² (1 − c)²/(φ (1 − φ))) / SE²,
///                           w = (1 − φ)/φ · t/(1 − t)
/// ```
///
/// φ is the prevalence, x the log-odds and p the probability that a model gives which is calibrated here, s and c sensitivity
/// and specificity at the threshold t. Standard errors of the first and the last are taken to four decimals, upwards, as the R
/// package pmvalsampsize does: its numbers of cases are met exactly there and for the AUC. For the slope it simulates 10⁶
/// log-odds; here the means I_k are integrals, from which the simulation strays by up to about 1 % of the cases.
///
/// Source: Riley et al. 2021, doi:10.1002/sim.9025; Newcombe 2006, doi:10.1002/sim.2324 (AUC).
///
/// @param prevalence φ
/// @param auc        A
/// @param ofObserved cases by observed over expected
/// @param ofSlope    cases by the calibration slope
/// @param ofAuc      cases by the AUC
/// @param netBenefit cases by the net benefit; empty without a threshold
public record ValidationSize(
        double prevalence, double auc, Precision ofObserved, Precision ofSlope, Precision ofAuc, Optional<Usefulness> netBenefit) {
    private static final double DECIMALS_OF_ERRORS = 1e4;
    private static final double ROUNDING = 1e-9;

    /// How wide the intervals may be.
    ///
    /// @param observed   of observed over expected
    /// @param slope      of the calibration slope
    /// @param auc        of the AUC
    /// @param netBenefit of the standardised net benefit
    public record Widths(double observed, double slope, double auc, double netBenefit) {
        /// Those that pmvalsampsize takes without being told.
        public static final Widths USUAL = new Widths(0.2, 0.2, 0.1, 0.2);

        public Widths {
            Assumptions.above0("a width of observed over expected", observed);
            Assumptions.above0("a width of the slope", slope);
            Assumptions.above0("a width of the AUC", auc);
            Assumptions.above0("a width of the net benefit", netBenefit);
        }
    }

    /// Where the model is to be acted on.
    ///
    /// @param threshold   a probability
    /// @param sensitivity there; NaN: what the spread of the log-odds says
    /// @param specificity there; NaN: what the spread of the log-odds says
    public record Acting(double threshold, double sensitivity, double specificity) {
        public Acting {
            Assumptions.share("a threshold", threshold);
            if (Double.isNaN(sensitivity) != Double.isNaN(specificity)) {
                throw Assumptions.refused("one of sensitivity and specificity", "both, or neither", "give both at the threshold");
            }
            if (!Double.isNaN(sensitivity)) {
                requireWithin(sensitivity);
                requireWithin(specificity);
            }
        }

        private static void requireWithin(double value) {
            if (!(value >= 0 && value <= 1)) {
                throw Assumptions.refused("a sensitivity or specificity of " + value, "a share", "give it as a share: 0.8 for 80 %");
            }
        }
    }

    /// The criterion of the net benefit.
    ///
    /// @param at        threshold, sensitivity and specificity
    /// @param precision what it asks for
    public record Usefulness(Acting at, Precision precision) {}

    /// @param spread of the model's log-odds in the new cohort
    /// @param acting empty: no word on the net benefit
    /// @throws org.trabecula.core.InputException STA-114 for what cannot be assumed
    public static ValidationSize of(double prevalence, double auc, LogitSpread spread, Widths widths, Optional<Acting> acting) {
        Assumptions.share("a prevalence", prevalence);
        Assumptions.auc(auc);
        return new ValidationSize(
                prevalence, auc, observed(prevalence, widths.observed()), slope(spread, widths.slope()),
                auc(prevalence, auc, widths.auc()),
                acting.map(one -> netBenefit(prevalence, filled(one, spread), widths.netBenefit())));
    }

    /// The cases that meet every criterion.
    public int cases() {
        int most = Math.max(Math.max(ofObserved.cases(), ofSlope.cases()), ofAuc.cases());
        return Math.max(most, netBenefit.map(one -> one.precision().cases()).orElse(0));
    }

    /// Of [#cases()], rounded up.
    public int events() {
        return (int) Math.ceil(cases() * prevalence);
    }

    private static Precision observed(double prevalence, double width) {
        double asinh = Math.log(width / 2 + Math.sqrt(width * width / 4 + 1));
        double error = upwards(asinh / Assumptions.Z);
        return new Precision(
                Assumptions.cases("observed over expected", (1 - prevalence) / (prevalence * error * error)), error, width);
    }

    private static Precision slope(LogitSpread spread, double width) {
        double error = width / (2 * Assumptions.Z);
        double[] information = new double[3];
        for (int power = 0; power < information.length; power++) {
            int k = power;
            information[k] = spread.mean(x -> Math.pow(x, k) / (2 + Math.exp(x) + Math.exp(-x)));
        }
        double determinant = information[0] * information[2] - information[1] * information[1];
        return new Precision(
                Assumptions.cases("the calibration slope", information[0] / (error * error * determinant)), error, width);
    }

    /// The error falls with the cases, so the fewest are found by halving.
    private static Precision auc(double prevalence, double auc, double width) {
        double error = width / (2 * Assumptions.Z);
        long low = 1;
        long high = 2;
        while (standardError(auc, prevalence, high) > error) {
            low = high;
            high *= 2;
            Assumptions.cases("the AUC", high);
        }
        while (high - low > 1) {
            long middle = (low + high) / 2;
            if (standardError(auc, prevalence, middle) > error) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new Precision((int) high, error, width);
    }

    private static double standardError(double a, double prevalence, double n) {
        double pairs = 1 + (n / 2 - 1) * ((1 - a) / (2 - a) + a / (1 + a));
        return Math.sqrt(a * (1 - a) * pairs / (n * n * prevalence * (1 - prevalence)));
    }

    private static Usefulness netBenefit(double prevalence, Acting at, double width) {
        double error = upwards(width / (2 * Assumptions.Z));
        double s = at.sensitivity();
        double c = at.specificity();
        double w = (1 - prevalence) / prevalence * at.threshold() / (1 - at.threshold());
        double spread = s * (1 - s) / prevalence + w * w * c * (1 - c) / (1 - prevalence)
                + w * w * (1 - c) * (1 - c) / (prevalence * (1 - prevalence));
        return new Usefulness(at, new Precision(Assumptions.cases("the net benefit", spread / (error * error)), error, width));
    }

    /// Sensitivity and specificity of a model that is calibrated and spread so.
    private static Acting filled(Acting acting, LogitSpread spread) {
        if (!Double.isNaN(acting.sensitivity())) {
            return acting;
        }
        double from = Math.log(acting.threshold() / (1 - acting.threshold()));
        double events = spread.mean(ValidationSize::probability);
        double others = spread.mean(x -> probability(-x));
        return new Acting(
                acting.threshold(), Math.min(1, spread.mean(ValidationSize::probability, from) / events),
                Math.max(0, 1 - spread.mean(x -> probability(-x), from) / others));
    }

    private static double probability(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    private static double upwards(double error) {
        return Math.ceil(error * DECIMALS_OF_ERRORS - ROUNDING) / DECIMALS_OF_ERRORS;
    }
}
