package org.trabecula.stats.glm;

import java.util.Arrays;
import org.trabecula.stats.Matrix;

/// A fitted logistic regression. Coefficients and covariance have the intercept first, on the scale of the columns as given.
public final class LogisticFit {
    private final double[] coefficients;
    private final CoefficientCovariance covariance;
    private final double logLik;
    private final double penalisedLogLik;
    private final double nullLogLik;
    private final boolean firth;
    private final boolean separated;
    private final double[] probabilities;
    private final double[] residuals;

    LogisticFit(CentredColumns columns, LogisticObjective.State state, double nullLogLik, boolean firth,
            boolean separated) {
        coefficients = columns.original(state.b(), true);
        covariance = state.information()
                .map(information -> new CoefficientCovariance(columns.originalCovariance(information.inverse(), true)))
                .orElseGet(() -> CoefficientCovariance.none(coefficients.length));
        logLik = state.logLik();
        penalisedLogLik = firth ? state.value() + logDeterminantShift(columns) : Double.NaN;
        this.nullLogLik = nullLogLik;
        this.firth = firth;
        this.separated = separated;
        probabilities = state.p();
        residuals = state.residual();
    }

    /// ½ log |I| of the columns as given differs from that of the centred ones by Σ log s_j.
    private static double logDeterminantShift(CentredColumns columns) {
        double shift = 0;
        for (double scale : columns.scale) {
            shift += Math.log(scale);
        }
        return shift;
    }

    public double[] coefficients() {
        return coefficients.clone();
    }

    public double intercept() {
        return coefficients[0];
    }

    /// The inverse information (for Firth that of the unpenalised likelihood at the estimate); NaN where it is singular.
    public double[][] covariance() {
        return covariance.matrix();
    }

    /// Square roots of the diagonal of [#covariance].
    public double[] standardErrors() {
        return covariance.standardErrors();
    }

    /// The log likelihood ℓ, without penalty.
    public double logLik() {
        return logLik;
    }

    /// ℓ + ½ log |I|; NaN for a fit without Firth's penalty.
    public double penalisedLogLik() {
        return penalisedLogLik;
    }

    /// ℓ of intercept and offset alone.
    public double nullLogLik() {
        return nullLogLik;
    }

    public boolean isFirth() {
        return firth;
    }

    /// Whether a combination of the columns separates the classes, completely or in part: then no finite maximum-likelihood
    /// estimate exists, coefficients and errors mean nothing, and Firth's is the way out.
    public boolean separated() {
        return separated;
    }

    /// Probabilities of the fitted cases.
    public double[] probabilities() {
        return probabilities.clone();
    }

    /// b_0 + x b of every row.
    public double[] linearPredictor(Matrix x) {
        return LinearPredictor.of(x, coefficients[0], Arrays.copyOfRange(coefficients, 1, coefficients.length));
    }

    /// Variance of the linear predictor of a row, under a covariance of the coefficients.
    public static double predictorVariance(double[][] covariance, double[] row) {
        double[] withOne = new double[row.length + 1];
        withOne[0] = 1;
        System.arraycopy(row, 0, withOne, 1, row.length);
        return SymmetricMatrix.quadratic(covariance, withOne);
    }

    /// The cluster-robust covariance: cases of one cluster (vertebrae of one patient) may depend on each other.
    ///
    /// `V (Σ_c u_c u_cᵀ) V`, u_c the sum of x_i (y_i − p_i) over cluster c, without small-sample factor, as `robcov` of rms.
    ///
    /// @param x       the fitted columns
    /// @param cluster any labels, one a row
    public double[][] robustCovariance(Matrix x, int[] cluster) {
        double[][] scores = new double[x.rows()][coefficients.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i][0] = residuals[i];
            for (int j = 1; j < coefficients.length; j++) {
                scores[i][j] = residuals[i] * x.get(i, j - 1);
            }
        }
        return covariance.robust(scores, cluster);
    }
}
