package org.trabecula.stats.calibration;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.trabecula.stats.Normal;
import org.trabecula.stats.Outcome;

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
        outcome.requireBothClasses();
        outcome.requireProbabilities("probability", p);
        double n = p.length;
        double[] y = new double[p.length];
        double squares = 0;
        double sumP = 0;
        double logLikelihood = 0;
        double spiegelhalter = 0;
        double spread = 0;
        for (int row = 0; row < p.length; row++) {
            y[row] = outcome.y(row);
            squares += (p[row] - y[row]) * (p[row] - y[row]);
            sumP += p[row];
            logLikelihood += outcome.isCase(row) ? Math.log(p[row]) : Math.log1p(-p[row]);
            spiegelhalter += (y[row] - p[row]) * (1 - 2 * p[row]);
            spread += (1 - 2 * p[row]) * (1 - 2 * p[row]) * p[row] * (1 - p[row]);
        }
        double prevalence = outcome.prevalence();
        double brier = squares / n;
        double z = spiegelhalter / Math.sqrt(spread);
        LogisticRecalibration line = LogisticRecalibration.fit(outcome, p);
        double unreliability = LogisticRecalibration.devianceAsGiven(outcome, p) - line.deviance();
        SmoothCurve curve = Lowess.fit(p, y, 2.0 / 3, 0, 0.01 * range(p));
        SmoothCurve flexible = Loess.fit(p, y, 0.75);
        return new Calibration(
                line,
                LogisticRecalibration.inTheLarge(outcome, p),
                brier,
                1 - brier / (prevalence * (1 - prevalence)),
                -logLikelihood / n,
                nagelkerke(logLikelihood, prevalence, n),
                sumP / outcome.cases(),
                unreliability,
                Double.isNaN(unreliability)
                        ? Double.NaN
                        : ChiSquaredDistribution.of(2).survivalProbability(Math.max(0, unreliability)),
                z,
                Normal.twoSided(z),
                curve,
                CalibrationErrors.of(curve),
                flexible,
                CalibrationErrors.of(flexible),
                HosmerLemeshow.byQuantiles(outcome, p, 10));
    }

    /// (1 − e^(−LR/n)) / (1 − e^(2 l_0/n)), LR = 2 (l − l_0), l_0 of the prevalence alone.
    ///
    /// Source: Nagelkerke 1991, doi:10.1093/biomet/78.3.691.
    private static double nagelkerke(double logLikelihood, double prevalence, double n) {
        double none = n * (prevalence * Math.log(prevalence) + (1 - prevalence) * Math.log1p(-prevalence));
        return -Math.expm1(-2 * (logLikelihood - none) / n) / -Math.expm1(2 * none / n);
    }

    private static double range(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return high - low;
    }
}
