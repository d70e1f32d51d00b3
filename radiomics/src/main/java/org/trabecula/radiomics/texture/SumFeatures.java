package org.trabecula.radiomics.texture;

/// The features of a co-occurrence matrix that depend on i + j only. Letters as in [JointDistribution].
///
/// Sources: Haralick et al. 1973, doi:10.1109/TSMC.1973.4309314; Unser 1986, doi:10.1109/TPAMI.1986.4767760; IBSI
/// reference manual.
final class SumFeatures {
    private SumFeatures() {}

    /// Sum average — IBSI `ZGXS`, PyRadiomics `SumAverage`: `Σ_k k p_{x+y}(k)`.
    static double average(JointDistribution d) {
        double average = d.isEmpty() ? Double.NaN : 0;
        double[] p = d.sum();
        for (int n = 0; n < p.length; n++) {
            average += (n + d.leastSum()) * p[n];
        }
        return average;
    }

    /// Sum entropy — IBSI `P6QZ`, PyRadiomics `SumEntropy`: `−Σ_k p_{x+y}(k) log₂ p_{x+y}(k)`.
    static double entropy(JointDistribution d) {
        return d.isEmpty() ? Double.NaN : Entropy.of(d.sum(), d.guard());
    }

    /// Sum variance — IBSI `OEEB`: `Σ_k (k − μ)² p_{x+y}(k)` with μ the sum average. PyRadiomics keeps it as
    /// `ClusterTendency` (IBSI `DG8W`, `Σ_ij (i + j − μ_x − μ_y)² p_ij`), which is the same.
    static double clusterTendency(JointDistribution d) {
        double sum = 0;
        double[] p = d.sum();
        for (int n = 0; n < p.length; n++) {
            double centred = n + d.leastSum() - d.meanX() - d.meanY();
            sum += p[n] * centred * centred;
        }
        return sum;
    }

    /// Cluster shade — IBSI `7NFM`, PyRadiomics `ClusterShade`: `Σ_ij (i + j − μ_x − μ_y)³ p_ij`.
    static double clusterShade(JointDistribution d) {
        double sum = 0;
        double[] p = d.sum();
        for (int n = 0; n < p.length; n++) {
            double centred = n + d.leastSum() - d.meanX() - d.meanY();
            sum += p[n] * centred * centred * centred;
        }
        return sum;
    }

    /// Cluster prominence — IBSI `AE86`, PyRadiomics `ClusterProminence`: `Σ_ij (i + j − μ_x − μ_y)⁴ p_ij`.
    static double clusterProminence(JointDistribution d) {
        double sum = 0;
        double[] p = d.sum();
        for (int n = 0; n < p.length; n++) {
            double centred = n + d.leastSum() - d.meanX() - d.meanY();
            double squared = centred * centred;
            sum += p[n] * squared * squared;
        }
        return sum;
    }
}
