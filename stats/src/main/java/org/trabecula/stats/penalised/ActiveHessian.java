package org.trabecula.stats.penalised;

import java.util.Arrays;

/// The second derivative over the active columns, factorised, frozen at one linear predictor; columns come and go.
///
/// Holds one image per active column, so that a new column costs one dot product per active one.
final class ActiveHessian {
    private final double[] columns;
    private final int cases;
    private final UpdatableCholesky factor = new UpdatableCholesky();
    private double[][] images = new double[16][];
    private Loss.Curvature curvature;

    ActiveHessian(double[] columns, int cases, Loss.Curvature curvature) {
        this.columns = columns;
        this.cases = cases;
        this.curvature = curvature;
    }

    int size() {
        return factor.size();
    }

    /// Forgets all columns and freezes another curvature.
    void reset(Loss.Curvature now) {
        factor.clear();
        curvature = now;
    }

    /// Adds a column with `ridge` on its diagonal; false, with nothing changed, where it depends on the present ones.
    boolean append(int column, double ridge) {
        double[] image = new double[curvature.length()];
        double[] cross = crossProducts(column, image);
        double diagonal = inner(image, image) + ridge;
        int k = factor.size();
        if (!factor.append(cross, diagonal)) {
            return false;
        }
        if (k == images.length) {
            images = Arrays.copyOf(images, 2 * k);
        }
        images[k] = image;
        return true;
    }

    /// Removes the k-th column.
    void remove(int k) {
        int size = factor.size();
        factor.remove(k);
        System.arraycopy(images, k + 1, images, k, size - k - 1);
    }

    /// Replaces `v` by H⁻¹ v.
    void solve(double[] v) {
        factor.solve(v);
    }

    /// H⁻¹ h with h the second derivatives between a column and the active ones: how the active coefficients answer when
    /// that column moves and the linear predictor should not.
    double[] answerTo(int column) {
        double[] h = crossProducts(column, new double[curvature.length()]);
        factor.solve(h);
        return h;
    }

    private double[] crossProducts(int column, double[] image) {
        curvature.image(columns, column * cases, image);
        double[] cross = new double[factor.size()];
        for (int k = 0; k < cross.length; k++) {
            cross[k] = inner(images[k], image);
        }
        return cross;
    }

    private double inner(double[] u, double[] v) {
        int positive = curvature.positive();
        double sum = Vectors.dot(u, 0, v, 0, positive);
        return curvature.length() == positive
                ? sum
                : sum - Vectors.dot(u, positive, v, positive, curvature.length() - positive);
    }
}
