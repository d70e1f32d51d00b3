package org.trabecula.stats.calibration;

import java.util.function.Supplier;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.trabecula.core.Pieces;
import org.trabecula.stats.Normal;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.Ranks;

/// Everything about how well probabilities match outcomes.
///
/// @param line             intercept and slope of the logistic recalibration, fitted together
/// @param inTheLarge       intercept with the slope held at 1
/// @param brier            mean (p − y)²
/// @param brierScaled      1 − brier / (ȳ (1 − ȳ)): 1 perfect, 0 as good as the prevalence
/// @param logLoss          −mean log likelihood; +∞ if a probability of 0 or 1 was wrong
/// @param nagelkerke       R² of the probabilities as given
/// @param expectedObserved E/O, mean p / mean y
/// @param unreliability    χ² of intercept 0 and slope 1 against the fitted line
/// @param unreliabilityP   on 2 degrees of freedom
/// @param spiegelhalterZ   Σ (y − p)(1 − 2p) / √Σ (1 − 2p)² p (1 − p)
/// @param spiegelhalterP   two-sided
/// @param curve            lowess of y over p, f = 2/3, no robust iteration, delta 1 % of the range
/// @param curveErrors      of that curve: Eavg, E50, E90, Emax as `val.prob`
/// @param flexible         loess of y over p, span 0.75, direct fit
/// @param errors           of that curve: ICI, E50, E90, Emax after Austin and Steyerberg
/// @param hosmerLemeshow   by tenths of the probabilities
public record Calibration(
        LogisticRecalibration line,
        LogisticRecalibration inTheLarge,
        double brier,
        double brierScaled,
        double logLoss,
        double nagelkerke,
        double expectedObserved,
        double unreliability,
        double unreliabilityP,
        double spiegelhalterZ,
        double spiegelhalterP,
        SmoothCurve curve,
        CalibrationErrors curveErrors,
        SmoothCurve flexible,
        CalibrationErrors errors,
        HosmerLemeshow hosmerLemeshow) {

    /// @param p probabilities of being a case, one a row
    /// @throws org.trabecula.core.InputException STA-102 if a class is missing, STA-103 on NaN, STA-106 outside [0, 1]
    public static Calibration of(Outcome outcome, double[] p) {
        Pieces pieces = new Pieces();
        Supplier<Calibration> calibration = plan(outcome, p, Ranks.order(p), pieces);
        pieces.run(1);
        return calibration.get();
    }

    /// The same, to be run side by side with other work.
    ///
    /// @param order rows in ascending order of p
    public static Supplier<Calibration> plan(Outcome outcome, double[] p, int[] order, Pieces pieces) {
        outcome.requireBothClasses();
        outcome.requireProbabilities("probability", p);
        double[] y = new double[p.length];
        for (int row = 0; row < p.length; row++) {
            y[row] = outcome.y(row);
        }
        double delta = 0.01 * (p[order[p.length - 1]] - p[order[0]]);
        Supplier<Smooth> flexible = pieces.add(() -> Smooth.of(Loess.fit(p, y, 0.75, order)));
        Supplier<Lines> lines = pieces.add(() -> Lines.of(outcome, p));
        Supplier<Smooth> curve = pieces.add(() -> Smooth.of(Lowess.fit(p, y, 2.0 / 3, delta, order)));
        Supplier<HosmerLemeshow> hosmerLemeshow = pieces.add(() -> HosmerLemeshow.byQuantiles(outcome, p, 10));
        Supplier<Sums> sums = pieces.add(() -> Sums.of(outcome, p));
        return () -> of(outcome, sums.get(), lines.get(), curve.get(), flexible.get(), hosmerLemeshow.get());
    }

    private static Calibration of(
            Outcome outcome, Sums sums, Lines lines, Smooth curve, Smooth flexible, HosmerLemeshow hosmerLemeshow) {
        double n = outcome.size();
        double prevalence = outcome.prevalence();
        double brier = sums.squares / n;
        double z = sums.spiegelhalter / Math.sqrt(sums.spread);
        double unreliability = lines.devianceAsGiven - lines.line.deviance();
        return new Calibration(
                lines.line,
                lines.inTheLarge,
                brier,
                1 - brier / (prevalence * (1 - prevalence)),
                -sums.logLikelihood / n,
                nagelkerke(sums.logLikelihood, prevalence, n),
                sums.p / outcome.cases(),
                unreliability,
                Double.isNaN(unreliability)
                        ? Double.NaN
                        : ChiSquaredDistribution.of(2).survivalProbability(Math.max(0, unreliability)),
                z,
                Normal.twoSided(z),
                curve.curve,
                curve.errors,
                flexible.curve,
                flexible.errors,
                hosmerLemeshow);
    }

    private record Smooth(SmoothCurve curve, CalibrationErrors errors) {
        static Smooth of(SmoothCurve curve) {
            return new Smooth(curve, CalibrationErrors.of(curve));
        }
    }

    /// Both logistic lines.
    ///
    /// @param devianceAsGiven −2 log likelihood of the probabilities as they are
    private record Lines(LogisticRecalibration line, LogisticRecalibration inTheLarge, double devianceAsGiven) {
        static Lines of(Outcome outcome, double[] p) {
            LogisticRecalibration.Logits rows = LogisticRecalibration.Logits.of(outcome, p);
            return new Lines(
                    LogisticRecalibration.newton(rows, true), LogisticRecalibration.newton(rows, false), rows.deviance(0, 1));
        }
    }

    /// Sums over the rows.
    ///
    /// @param squares       Σ (p − y)²
    /// @param spiegelhalter Σ (y − p)(1 − 2p)
    /// @param spread        Σ (1 − 2p)² p (1 − p)
    private record Sums(double squares, double p, double logLikelihood, double spiegelhalter, double spread) {
        static Sums of(Outcome outcome, double[] p) {
            double squares = 0;
            double sumP = 0;
            double logLikelihood = 0;
            double spiegelhalter = 0;
            double spread = 0;
            for (int row = 0; row < p.length; row++) {
                double y = outcome.y(row);
                squares += (p[row] - y) * (p[row] - y);
                sumP += p[row];
                logLikelihood += outcome.isCase(row) ? Math.log(p[row]) : Math.log1p(-p[row]);
                spiegelhalter += (y - p[row]) * (1 - 2 * p[row]);
                spread += (1 - 2 * p[row]) * (1 - 2 * p[row]) * p[row] * (1 - p[row]);
            }
            return new Sums(squares, sumP, logLikelihood, spiegelhalter, spread);
        }
    }

    /// (1 − e^(−LR/n)) / (1 − e^(2 l_0/n)), LR = 2 (l − l_0), l_0 of the prevalence alone.
    ///
    /// Source: Nagelkerke 1991, doi:10.1093/biomet/78.3.691.
    private static double nagelkerke(double logLikelihood, double prevalence, double n) {
        double none = n * (prevalence * Math.log(prevalence) + (1 - prevalence) * Math.log1p(-prevalence));
        return -Math.expm1(-2 * (logLikelihood - none) / n) / -Math.expm1(2 * none / n);
    }
}
