package org.trabecula.radiomics.ibsi.morphology;

import java.util.Arrays;
import org.trabecula.radiomics.numeric.SymmetricEigenvalues;

/// The ellipsoid of least volume around points that do not lie in one plane.
///
/// Khachiyan's method with away steps. The points x_i carry weights u_i ≥ 0 with sum 1; with q_i = (x_i, 1),
/// X = Σ u_i q_i q_iᵀ and κ_i = q_iᵀ X⁻¹ q_i, weight moves towards the point of largest κ or away from the weighted point
/// of smallest κ, until κ = 4 within a tolerance for all weighted points and κ ≤ 4 for the others. Then
///
/// ```
/// centre m = Σ u_i x_i,   E = { x : (x − m)ᵀ (3 Σ u_i (x_i − m)(x_i − m)ᵀ)⁻¹ (x − m) ≤ 1 }
/// ```
///
/// grown so that it holds every point.
///
/// Source: Todd and Yıldırım 2007, doi:10.1016/j.dam.2007.02.013.
final class MinimumEllipsoid {
    private static final double WITHIN = 1e-10;
    private static final int MOST_STEPS = 100_000;
    private static final int DIMENSIONS = 3;

    private MinimumEllipsoid() {}

    static Ellipsoid around(double[][] points) {
        double[] weights = new double[points.length];
        Arrays.fill(weights, 1.0 / points.length);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] mean = mean(points, weights);
            double[][] inverse = inverse(covariance(points, weights, mean));
            int outermost = -1;
            int innermost = -1;
            double largest = Double.NEGATIVE_INFINITY;
            double smallest = Double.POSITIVE_INFINITY;
            for (int p = 0; p < points.length; p++) {
                // κ of the lifted point is 1 + (x − m)ᵀ C⁻¹ (x − m)
                double kappa = 1 + quadratic(inverse, points[p], mean);
                if (kappa > largest) {
                    largest = kappa;
                    outermost = p;
                }
                if (weights[p] > 0 && kappa < smallest) {
                    smallest = kappa;
                    innermost = p;
                }
            }
            double n = DIMENSIONS + 1;
            double outward = largest / n - 1;
            double inward = 1 - smallest / n;
            if (outward <= WITHIN && inward <= WITHIN) {
                break;
            }
            if (outward >= inward) {
                move(weights, outermost, (largest - n) / (n * (largest - 1)));
            } else {
                double share = weights[innermost];
                double most = share / (1 - share);
                double wanted = smallest > 1 ? (n - smallest) / (n * (smallest - 1)) : most;
                boolean drop = wanted >= most;
                move(weights, innermost, -(drop ? most : wanted));
                if (drop) {
                    weights[innermost] = 0;
                }
            }
        }
        return ellipsoid(points, weights);
    }

    /// u ← (1 − step) u + step e.
    private static void move(double[] weights, int to, double step) {
        for (int p = 0; p < weights.length; p++) {
            weights[p] *= 1 - step;
        }
        weights[to] += step;
    }

    private static Ellipsoid ellipsoid(double[][] points, double[] weights) {
        double[] mean = mean(points, weights);
        double[][] covariance = covariance(points, weights, mean);
        double[][] inverse = inverse(covariance);
        double farthest = 0;
        for (double[] point : points) {
            farthest = Math.max(farthest, quadratic(inverse, point, mean));
        }
        double[] eigenvalues = SymmetricEigenvalues.of(covariance);
        return new Ellipsoid(
                Math.sqrt(farthest * eigenvalues[0]),
                Math.sqrt(farthest * eigenvalues[1]),
                Math.sqrt(farthest * eigenvalues[2]));
    }

    private static double[] mean(double[][] points, double[] weights) {
        double[] mean = new double[DIMENSIONS];
        for (int p = 0; p < points.length; p++) {
            for (int axis = 0; axis < DIMENSIONS; axis++) {
                mean[axis] += weights[p] * points[p][axis];
            }
        }
        return mean;
    }

    private static double[][] covariance(double[][] points, double[] weights, double[] mean) {
        double[][] sum = new double[DIMENSIONS][DIMENSIONS];
        for (int p = 0; p < points.length; p++) {
            double[] d = PointVectors.minus(points[p], mean);
            for (int a = 0; a < DIMENSIONS; a++) {
                for (int b = 0; b < DIMENSIONS; b++) {
                    sum[a][b] += weights[p] * d[a] * d[b];
                }
            }
        }
        return sum;
    }

    private static double quadratic(double[][] inverse, double[] point, double[] mean) {
        double[] d = PointVectors.minus(point, mean);
        return d[0] * PointVectors.dot(inverse[0], d) + d[1] * PointVectors.dot(inverse[1], d) + d[2] * PointVectors.dot(inverse[2], d);
    }

    /// The inverse of a symmetric matrix: its rows' cross products over its determinant.
    private static double[][] inverse(double[][] m) {
        double[] a = PointVectors.cross(m[1], m[2]);
        double determinant = PointVectors.dot(m[0], a);
        return new double[][] {
            PointVectors.scaled(a, 1 / determinant),
            PointVectors.scaled(PointVectors.cross(m[2], m[0]), 1 / determinant),
            PointVectors.scaled(PointVectors.cross(m[0], m[1]), 1 / determinant)
        };
    }
}
