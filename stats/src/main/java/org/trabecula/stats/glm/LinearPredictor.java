package org.trabecula.stats.glm;

import java.util.Arrays;
import org.trabecula.stats.Matrix;

/// η = constant + Σ_j slope_j x_j, the sum taken in the order of the columns.
public final class LinearPredictor {
    private LinearPredictor() {}

    /// η of every row.
    ///
    /// @param slopes one per column
    public static double[] of(Matrix x, double constant, double[] slopes) {
        if (slopes.length != x.columns()) {
            throw new IllegalArgumentException(slopes.length + " slopes for " + x.columns() + " columns");
        }
        double[] eta = new double[x.rows()];
        Arrays.fill(eta, constant);
        for (int j = 0; j < slopes.length; j++) {
            for (int i = 0; i < eta.length; i++) {
                eta[i] += slopes[j] * x.get(i, j);
            }
        }
        return eta;
    }
}
