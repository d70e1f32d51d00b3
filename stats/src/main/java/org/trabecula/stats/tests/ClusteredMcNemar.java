package org.trabecula.stats.tests;

import org.trabecula.stats.Clusters;

/// McNemar's test where pairs come in clusters, such as the vertebrae of a patient: do two readers differ in how often they are right?
///
/// ```
/// χ² = (Σ_k (b_k − c_k) / n_k)² / Σ_k ((b_k − c_k) / n_k)²,   1 degree of freedom
/// ```
///
/// `b_k`, `c_k`: pairs of cluster k in which the first alone, the second alone is right; `n_k`: its pairs. Every cluster counts once, however
/// many pairs it has. With one pair a cluster it is McNemar's test without correction. NaN where no cluster tells the two apart.
///
/// Source: Durkalski, Palesch, Lipsitz, Rust 2003, doi:10.1002/sim.1438.
public final class ClusteredMcNemar {
    private ClusteredMcNemar() {}

    /// @param first    whether the first is right, one per pair
    /// @param second   whether the second is
    public static TestResult of(boolean[] first, boolean[] second, Clusters clusters) {
        if (first.length != second.length || first.length != clusters.rows()) {
            throw new IllegalArgumentException(first.length + ", " + second.length + " and " + clusters.rows() + " pairs");
        }
        double sum = 0;
        double squares = 0;
        for (int[] cluster : clusters.members()) {
            int more = 0;
            for (int pair : cluster) {
                more += (first[pair] ? 1 : 0) - (second[pair] ? 1 : 0);
            }
            double mean = (double) more / cluster.length;
            sum += mean;
            squares += mean * mean;
        }
        double x = sum * sum / squares;
        return TestResult.of("McNemar, clustered", x, 1, Double.isNaN(x) ? Double.NaN : Tails.chiSquare(x, 1));
    }
}
