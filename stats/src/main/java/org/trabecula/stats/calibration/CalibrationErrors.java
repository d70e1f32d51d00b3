package org.trabecula.stats.calibration;

import java.util.Arrays;
import org.trabecula.stats.Quantiles;

/// How far a calibration curve lies from the diagonal, over the rows: |curve(p) − p|.
///
/// Source: Austin and Steyerberg 2019, doi:10.1002/sim.8281 (with a loess curve); Harrell's `val.prob` (with lowess).
///
/// @param mean   integrated calibration index (ICI); Eavg
/// @param median E50
/// @param e90    90th percentile, quantile type 7
/// @param max    Emax, at the rows' probabilities
public record CalibrationErrors(double mean, double median, double e90, double max) {
    static CalibrationErrors of(SmoothCurve curve) {
        double[] error = new double[curve.size()];
        for (int k = 0; k < error.length; k++) {
            error[k] = Math.abs(curve.y(k) - curve.x(k));
        }
        Arrays.sort(error);
        return new CalibrationErrors(
                Arrays.stream(error).sum() / error.length,
                Quantiles.type7OfSorted(error, 0.5),
                Quantiles.type7OfSorted(error, 0.9),
                error[error.length - 1]);
    }
}
