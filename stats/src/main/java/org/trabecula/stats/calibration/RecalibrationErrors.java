package org.trabecula.stats.calibration;

import org.trabecula.stats.Clusters;
import org.trabecula.stats.Outcome;

/// Standard errors of a logistic recalibration that several cases of one patient do not make too small.
///
/// ```
/// V_robust = V (Σ_c u_c u_cᵀ) V,   u_c = Σ_{i in c} (y_i − p_i) (1, x_i)
/// ```
///
/// V is the inverse information, x the logit of the probability; no small-sample factor. With the slope held only the first
/// component is there.
///
/// Source: Huber 1967; White 1982, doi:10.2307/1912526.
///
/// @param intercept NaN where the fit has no finite estimate
/// @param slope     0 when the slope was held
public record RecalibrationErrors(double intercept, double slope) {

    /// @param fit         to these rows
    /// @param probability one per row, before recalibration; rows with exactly 0 or 1 take no part
    /// @param clusters    of the same rows
    public static RecalibrationErrors of(
            LogisticRecalibration fit, Outcome outcome, double[] probability, Clusters clusters) {
        if (!fit.why().isEmpty()) {
            return new RecalibrationErrors(Double.NaN, Double.NaN);
        }
        boolean held = fit.slopeSe() == 0;
        double[] score = new double[clusters.count()];
        double[] scoreX = new double[clusters.count()];
        double w = 0;
        double wx = 0;
        double wxx = 0;
        for (int row = 0; row < probability.length; row++) {
            if (!(probability[row] > 0 && probability[row] < 1)) {
                continue;
            }
            double x = LogisticRecalibration.logit(probability[row]);
            double p = LogisticRecalibration.logistic(fit.intercept() + fit.slope() * x);
            score[clusters.of(row)] += outcome.y(row) - p;
            scoreX[clusters.of(row)] += (outcome.y(row) - p) * x;
            w += p * (1 - p);
            wx += p * (1 - p) * x;
            wxx += p * (1 - p) * x * x;
        }
        double determinant = held ? w : w * wxx - wx * wx;
        double intercept = 0;
        double slope = 0;
        for (int cluster = 0; cluster < score.length; cluster++) {
            double a = held ? score[cluster] / w : (wxx * score[cluster] - wx * scoreX[cluster]) / determinant;
            double b = held ? 0 : (w * scoreX[cluster] - wx * score[cluster]) / determinant;
            intercept += a * a;
            slope += b * b;
        }
        return new RecalibrationErrors(Math.sqrt(intercept), Math.sqrt(slope));
    }
}
