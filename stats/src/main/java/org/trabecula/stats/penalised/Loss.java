package org.trabecula.stats.penalised;

/// A smooth convex loss of the linear predictor η: the negative log likelihood, weighted, divided by the sum of weights.
interface Loss {
    int cases();

    /// The loss at `eta`; fills `residual` with r_i = −∂L/∂η_i.
    double at(double[] eta, double[] residual);

    /// The second derivative at the `eta` of the last call of [#at].
    Curvature curvature();

    /// Whether the curvature is the same everywhere.
    boolean quadratic();

    /// Whether at the last `eta` every case is fitted so well that no curvature is left: classes that are separated.
    default boolean exhausted() {
        return false;
    }

    /// Deviance at `eta`, on the scale of the weights as given, as glmnet reports it.
    double deviance(double[] eta);

    /// Deviance of the model without features: intercept (where the model has one) and offset only.
    double nullDeviance();

    /// A second derivative as an inner product of images: xᵀHz = Σ_{m < positive} u_m v_m − Σ_{m ≥ positive} u_m v_m,
    /// where u and v are the images of x and z.
    interface Curvature {
        /// Entries of an image.
        int length();

        /// Entries that count positively; they come first.
        int positive();

        /// Writes the image of the column that begins at `from`.
        void image(double[] columns, int from, double[] image);
    }

    /// The curvature of a loss whose cases are independent: u_i = √v_i x_i.
    final class Diagonal implements Curvature {
        private final double[] root;

        /// @param second ∂²L/∂η_i²
        Diagonal(double[] second) {
            root = new double[second.length];
            for (int i = 0; i < root.length; i++) {
                root[i] = Math.sqrt(second[i]);
            }
        }

        @Override
        public int length() {
            return root.length;
        }

        @Override
        public int positive() {
            return root.length;
        }

        @Override
        public void image(double[] columns, int from, double[] image) {
            for (int i = 0; i < root.length; i++) {
                image[i] = root[i] * columns[from + i];
            }
        }
    }
}
