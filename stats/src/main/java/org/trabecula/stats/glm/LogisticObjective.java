package org.trabecula.stats.glm;

import java.util.Optional;

/// The log likelihood of logistic regression over centred columns, plain or with Firth's penalty, and its derivatives.
///
/// Coefficients come with the intercept first.
final class LogisticObjective {
    final CentredColumns columns;
    private final double[] y;
    private final double[] weights;
    private final double[] offset;
    private final boolean firth;
    private final int size;

    LogisticObjective(CentredColumns columns, double[] y, double[] weights, double[] offset, boolean firth) {
        this.columns = columns;
        this.y = y;
        this.weights = weights;
        this.offset = offset;
        this.firth = firth;
        this.size = columns.columns + 1;
    }

    /// Number of coefficients.
    int size() {
        return size;
    }

    /// The objective at `b`.
    ///
    /// @param value       ℓ, or ℓ + ½ log |I| with Firth's penalty; −∞ where I is singular to rounding
    /// @param logLik      ℓ
    /// @param score       first derivatives of `value`
    /// @param information I; empty where it is singular to rounding
    /// @param p           fitted probabilities
    /// @param residual    w (y − p), with Firth's term where it is on
    record State(
            double[] b,
            double value,
            double logLik,
            double[] score,
            Optional<SymmetricMatrix> information,
            double[] p,
            double[] residual) {}

    State at(double[] b) {
        int n = y.length;
        double[] p = new double[n];
        double[] variance = new double[n];
        double[] residual = new double[n];
        double logLik = 0;
        for (int i = 0; i < n; i++) {
            double eta = offset[i] + b[0];
            for (int j = 1; j < size; j++) {
                eta += b[j] * columns.get(i, j - 1);
            }
            double t = Math.exp(-Math.abs(eta));
            double small = t / (1 + t);
            double large = 1 / (1 + t);
            p[i] = eta > 0 ? large : small;
            variance[i] = weights[i] * small * large;
            residual[i] = weights[i] * (y[i] == 1 ? (eta > 0 ? small : large) : -p[i]); // no cancellation in 1 − p
            logLik -= weights[i] * (Math.max(eta, 0) + Math.log1p(t) - y[i] * eta);
        }
        Optional<SymmetricMatrix> factor = SymmetricMatrix.factorise(information(variance));
        double value = factor.isPresent() ? logLik : Double.NEGATIVE_INFINITY;
        if (firth && factor.isPresent()) {
            double[][] inverse = factor.get().inverse();
            for (int i = 0; i < n; i++) {
                residual[i] += variance[i] * SymmetricMatrix.quadratic(inverse, row(i)) * (0.5 - p[i]);
            }
            value += factor.get().logDeterminant() / 2;
        }
        double[] score = new double[size];
        for (int i = 0; i < n; i++) {
            score[0] += residual[i];
            for (int j = 1; j < size; j++) {
                score[j] += residual[i] * columns.get(i, j - 1);
            }
        }
        return new State(b, value, logLik, score, factor, p, residual);
    }

    /// Σ v_i x_i x_iᵀ with the column of ones.
    double[][] information(double[] v) {
        double[][] h = new double[size][size];
        double[] row;
        for (int i = 0; i < v.length; i++) {
            row = row(i);
            for (int j = 0; j < size; j++) {
                for (int k = 0; k <= j; k++) {
                    h[j][k] += v[i] * row[j] * row[k];
                }
            }
        }
        for (int j = 0; j < size; j++) {
            for (int k = 0; k < j; k++) {
                h[k][j] = h[j][k];
            }
        }
        return h;
    }

    private double[] row(int i) {
        double[] row = new double[size];
        row[0] = 1;
        for (int j = 1; j < size; j++) {
            row[j] = columns.get(i, j - 1);
        }
        return row;
    }
}
