package org.trabecula.stats.glm;

import java.util.Map;
import java.util.TreeMap;

/// The sandwich covariance of clustered cases.
///
/// ```
/// V_robust = V (Σ_c u_c u_cᵀ) V,   u_c = Σ_{i in c} u_i
/// ```
///
/// V is the inverse information, u_i the score of a case. No small-sample factor.
///
/// Source: Huber 1967; White 1982; Lin, Wei 1989, doi:10.1080/01621459.1989.10478874 (Cox).
final class Sandwich {
    private Sandwich() {}

    /// @param scores  one row per case
    /// @param cluster any labels, one per case
    static double[][] covariance(double[][] v, double[][] scores, int[] cluster) {
        int size = v.length;
        Map<Integer, double[]> sums = new TreeMap<>(); // in label order: the same sum on every run
        for (int i = 0; i < scores.length; i++) {
            double[] sum = sums.computeIfAbsent(cluster[i], label -> new double[size]);
            for (int j = 0; j < size; j++) {
                sum[j] += scores[i][j];
            }
        }
        double[][] robust = new double[size][size];
        for (double[] u : sums.values()) {
            double[] moved = new double[size];
            for (int j = 0; j < size; j++) {
                for (int k = 0; k < size; k++) {
                    moved[j] += v[j][k] * u[k];
                }
            }
            for (int j = 0; j < size; j++) {
                for (int k = 0; k < size; k++) {
                    robust[j][k] += moved[j] * moved[k];
                }
            }
        }
        return robust;
    }
}
