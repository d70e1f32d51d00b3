package org.trabecula.stats.table1;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.trabecula.stats.Magnitude;
import org.trabecula.stats.Moments;

/// Standardised mean differences, second group minus first: how far apart two groups are, whatever their size.
///
/// Source: Yang and Dalton 2012, SAS Global Forum, paper 335; Austin 2009, doi:10.1002/sim.3697.
public final class MeanDifference {
    private MeanDifference() {}

    /// (mean₂ − mean₁) / √((var₁ + var₂)/2), variances with n − 1.
    public static double continuous(double[] first, double[] second) {
        double unit = Magnitude.unit(first, second);
        double[] one = Magnitude.times(first, unit);
        double[] other = Magnitude.times(second, unit);
        double pooled = (Moments.variance(one) + Moments.variance(other)) / 2;
        return (Moments.mean(other) - Moments.mean(one)) / Math.sqrt(pooled);
    }

    /// Two levels: (p₂ − p₁) / √((p₁(1 − p₁) + p₂(1 − p₂))/2) for the share of the second level. More levels: the
    /// Mahalanobis distance of the shares without the first level, never negative.
    ///
    /// @param first  counts by level in the first group
    /// @param second counts by level in the second group, same levels
    public static double categorical(int[] first, int[] second) {
        double[] p = shares(first);
        double[] q = shares(second);
        if (p.length == 2) {
            return (q[1] - p[1]) / Math.sqrt((p[1] * (1 - p[1]) + q[1] * (1 - q[1])) / 2);
        }
        int k = p.length - 1;
        DMatrixRMaj covariance = new DMatrixRMaj(k, k);
        DMatrixRMaj difference = new DMatrixRMaj(k, 1);
        for (int i = 0; i < k; i++) {
            difference.set(i, 0, q[i + 1] - p[i + 1]);
            for (int j = 0; j < k; j++) {
                double own = i == j ? p[i + 1] + q[i + 1] : 0;
                covariance.set(i, j, (own - p[i + 1] * p[j + 1] - q[i + 1] * q[j + 1]) / 2);
            }
        }
        DMatrixRMaj solved = new DMatrixRMaj(k, 1);
        if (!CommonOps_DDRM.solve(covariance, difference, solved)) {
            return Double.NaN; // a level that neither group has
        }
        return Math.sqrt(CommonOps_DDRM.dot(difference, solved));
    }

    private static double[] shares(int[] counts) {
        double total = 0;
        for (int count : counts) {
            total += count;
        }
        double[] shares = new double[counts.length];
        for (int level = 0; level < shares.length; level++) {
            shares[level] = counts[level] / total;
        }
        return shares;
    }
}
