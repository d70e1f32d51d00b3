package org.trabecula.stats.penalised;

import org.trabecula.stats.Matrix;

/// The columns as the solver sees them: less their weighted mean, divided by their weighted standard deviation (1/n, not
/// n − 1), followed by a column of ones where the model has an intercept.
///
/// Without an intercept columns are not centred but still divided by the centred standard deviation, as glmnet does.
/// A column that is constant over the cases of positive weight is kept out of the model.
final class Design {
    final int cases;
    final int features;
    final boolean intercept;
    final double[] z;
    final double[] mean;
    final double[] scale;
    final boolean[] usable;
    /// √Σ w z² of each column: bounds how far a gradient can move.
    final double[] norm;

    /// @param share  weights that sum to 1
    /// @param centre whether to centre; a model with an intercept needs it for nothing but speed
    Design(Matrix x, double[] share, boolean centre, boolean standardize, boolean intercept) {
        this.cases = x.rows();
        this.features = x.columns();
        this.intercept = intercept;
        z = new double[Math.multiplyExact(cases, features + (intercept ? 1 : 0))];
        mean = new double[features];
        scale = new double[features];
        usable = new boolean[features];
        norm = new double[features];
        double[] values = x.values();
        for (int j = 0; j < features; j++) {
            int from = j * cases;
            usable[j] = varies(values, from, share);
            double m = Vectors.dot(share, 0, values, from, cases);
            double variance = 0;
            for (int i = 0; i < cases; i++) {
                double e = values[from + i] - m;
                variance += share[i] * e * e;
            }
            mean[j] = centre ? m : 0;
            scale[j] = standardize && usable[j] ? Math.sqrt(variance) : 1;
            double square = 0;
            for (int i = 0; i < cases; i++) {
                double v = (values[from + i] - mean[j]) / scale[j];
                z[from + i] = v;
                square += share[i] * v * v;
            }
            norm[j] = Math.sqrt(square);
        }
        for (int i = features * cases; i < z.length; i++) {
            z[i] = 1;
        }
    }

    /// z_jᵀ r; the column after the features is that of ones.
    double gradient(int j, double[] residual) {
        return Vectors.dot(z, j * cases, residual, 0, cases);
    }

    private boolean varies(double[] values, int from, double[] share) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < cases; i++) {
            if (share[i] > 0) {
                lowest = Math.min(lowest, values[from + i]);
                highest = Math.max(highest, values[from + i]);
            }
        }
        return lowest < highest;
    }
}
