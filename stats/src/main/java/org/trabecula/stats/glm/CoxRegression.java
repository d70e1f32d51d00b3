package org.trabecula.stats.glm;

import java.util.Arrays;
import java.util.Optional;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.stats.FitProblem;
import org.trabecula.stats.Matrix;

/// Cox's proportional hazards model by maximum partial likelihood ([CoxLikelihood]): Newton's method with step halving until
/// the step is rounding.
///
/// Source: Cox 1972; Therneau, Grambsch 2000, chapter 3.
public final class CoxRegression {
    private static final int ENOUGH_STEPS = 60;

    private CoxRegression() {}

    /// Cases of weight 1.
    ///
    /// @param event 1 for an event, 0 for a censored time
    /// @throws InputException FIT-003, FIT-007, FIT-009 for data, FIT-012 for columns that depend on each other, FIT-001
    ///     where the likelihood has no maximum
    public static CoxFit fit(Matrix x, double[] time, double[] event, Ties ties) {
        double[] ones = new double[time.length];
        Arrays.fill(ones, 1);
        return fit(x, time, event, ones, ties);
    }

    /// @param weights > 0
    public static CoxFit fit(Matrix x, double[] time, double[] event, double[] weights, Ties ties) {
        check(x, time, event, weights);
        CentredColumns columns = new CentredColumns(x);
        CoxLikelihood likelihood = new CoxLikelihood(time, event, weights, ties);
        int size = x.columns();
        double[] b = new double[size];
        double[] eta = new double[x.rows()];
        double[] residual = new double[x.rows()];
        double logLik = likelihood.at(eta, residual);
        double nullLogLik = logLik;
        double scoreTest = Double.NaN;
        SymmetricMatrix information = null;
        for (int k = 0; ; k++) {
            double[] score = score(columns, residual);
            double[][] h = information(columns, likelihood);
            Optional<SymmetricMatrix> factor = SymmetricMatrix.factorise(h);
            if (factor.isEmpty() || k == ENOUGH_STEPS) {
                throw unbounded(h, k);
            }
            information = factor.get();
            double[] step = information.solve(score);
            if (k == 0) {
                scoreTest = dot(score, step);
            }
            double longest = 0;
            for (double move : step) {
                longest = Math.max(longest, Math.abs(move));
            }
            if (longest <= 1e-13 * Math.max(1, largest(b)) || size == 0) {
                break;
            }
            double part = Math.min(1, 5 / longest);
            double[] from = b;
            double before = logLik;
            do {
                b = from.clone();
                for (int j = 0; j < size; j++) {
                    b[j] += part * step[j];
                }
                logLik = likelihood.at(predictor(columns, b), residual);
                part /= 2;
            } while (logLik < before - 1e-12 * Math.abs(before) && part > 1e-9);
        }
        return new CoxFit(x, columns, time, event, weights, likelihood, b, information, nullLogLik, logLik, scoreTest);
    }

    private static double[] predictor(CentredColumns columns, double[] b) {
        double[] eta = new double[columns.rows];
        for (int j = 0; j < b.length; j++) {
            for (int i = 0; i < eta.length; i++) {
                eta[i] += b[j] * columns.get(i, j);
            }
        }
        return eta;
    }

    private static double[] score(CentredColumns columns, double[] residual) {
        double[] score = new double[columns.columns];
        for (int j = 0; j < score.length; j++) {
            for (int i = 0; i < residual.length; i++) {
                score[j] += residual[i] * columns.get(i, j);
            }
        }
        return score;
    }

    private static double[][] information(CentredColumns columns, CoxLikelihood likelihood) {
        int n = columns.rows;
        CoxLikelihood.Curvature curvature = likelihood.curvature();
        double[][] images = new double[columns.columns][n + likelihood.terms()];
        double[][] h = new double[images.length][images.length];
        for (int j = 0; j < images.length; j++) {
            curvature.image(columns.z, j * n, images[j]);
            for (int k = 0; k <= j; k++) {
                double sum = 0;
                for (int m = 0; m < images[j].length; m++) {
                    sum += (m < n ? 1 : -1) * images[j][m] * images[k][m];
                }
                h[j][k] = sum;
                h[k][j] = sum;
            }
        }
        return h;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    private static double largest(double[] v) {
        double largest = 0;
        for (double x : v) {
            largest = Math.max(largest, Math.abs(x));
        }
        return largest;
    }

    private static InputException unbounded(double[][] h, int steps) {
        int dependent = SymmetricMatrix.dependentColumn(h);
        if (dependent >= 0 && steps == 0) {
            return CentredColumns.dependent(dependent, "a combination of the columns before it");
        }
        return new InputException(new Problem(FitProblem.NOT_CONVERGED, "the Cox regression",
                "coefficients still growing after " + steps + " Newton steps",
                "a finite maximum of the partial likelihood; there is none when a term orders all events",
                "leave that term out, or use the elastic net with family cox"));
    }

    private static void check(Matrix x, double[] time, double[] event, double[] weights) {
        if (time.length != x.rows() || event.length != x.rows() || weights.length != x.rows()) {
            throw new InputException(new Problem(FitProblem.LENGTHS_DIFFER, "the Cox regression",
                    time.length + " times, " + event.length + " events, " + weights.length + " weights",
                    x.rows() + " of each, one a row", "give one value per case"));
        }
        SurvivalCheck.require(time, event, weights);
        for (double weight : weights) {
            if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new InputException(new Problem(FitProblem.WEIGHTS, "the Cox regression", "a weight of " + weight,
                        "finite weights above 0", "correct or leave out that case"));
            }
        }
    }
}
