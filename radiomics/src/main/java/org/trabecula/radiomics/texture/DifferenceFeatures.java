package org.trabecula.radiomics.texture;

/// The features of a co-occurrence matrix that depend on |i − j| only. Letters as in [JointDistribution].
///
/// Sources: Haralick et al. 1973, doi:10.1109/TSMC.1973.4309314; Unser 1986, doi:10.1109/TPAMI.1986.4767760; Clausi 2002,
/// doi:10.5589/m02-004; IBSI reference manual.
final class DifferenceFeatures {
    private DifferenceFeatures() {}

    /// Difference average — IBSI `TF7R` (dissimilarity `8S9J` is the same), PyRadiomics `DifferenceAverage`:
    /// `Σ_k k p_{x−y}(k)`.
    static double average(JointDistribution d) {
        double sum = d.isEmpty() ? Double.NaN : 0;
        double[] p = d.difference();
        for (int k = 1; k < p.length; k++) {
            sum += k * p[k];
        }
        return sum;
    }

    /// Difference variance — IBSI `D3YU`, PyRadiomics `DifferenceVariance`: `Σ_k (k − μ)² p_{x−y}(k)`, μ the difference
    /// average.
    static double variance(JointDistribution d) {
        double mean = average(d);
        double sum = 0;
        double[] p = d.difference();
        for (int k = 0; k < p.length; k++) {
            sum += p[k] * (k - mean) * (k - mean);
        }
        return sum;
    }

    /// Difference entropy — IBSI `NTRS`, PyRadiomics `DifferenceEntropy`: `−Σ_k p_{x−y}(k) log₂ p_{x−y}(k)`.
    static double entropy(JointDistribution d) {
        return d.isEmpty() ? Double.NaN : Entropy.of(d.difference(), d.guard());
    }

    /// Contrast — IBSI `ACUI`, PyRadiomics `Contrast`: `Σ_ij (i − j)² p_ij = Σ_k k² p_{x−y}(k)`.
    static double contrast(JointDistribution d) {
        double sum = d.isEmpty() ? Double.NaN : 0;
        double[] p = d.difference();
        for (int k = 1; k < p.length; k++) {
            sum += (double) k * k * p[k];
        }
        return sum;
    }

    /// Inverse difference — IBSI `IB1Z`, PyRadiomics `Id`: `Σ_k p_{x−y}(k) / (1 + k)`.
    static double inverseDifference(JointDistribution d) {
        double sum = d.isEmpty() ? Double.NaN : 0;
        double[] p = d.difference();
        for (int k = 0; k < p.length; k++) {
            sum += p[k] / (1.0 + k);
        }
        return sum;
    }

    /// Normalised inverse difference — IBSI `NDRX`, PyRadiomics `Idn`: `Σ_k p_{x−y}(k) / (1 + k/N_g)`.
    static double inverseDifferenceNormalised(JointDistribution d) {
        double sum = d.isEmpty() ? Double.NaN : 0;
        double[] p = d.difference();
        for (int k = 0; k < p.length; k++) {
            sum += p[k] / (1 + (double) k / d.highestLevel());
        }
        return sum;
    }

    /// Inverse difference moment — IBSI `WF0Z`, PyRadiomics `Idm`: `Σ_k p_{x−y}(k) / (1 + k²)`.
    static double inverseDifferenceMoment(JointDistribution d) {
        double sum = d.isEmpty() ? Double.NaN : 0;
        double[] p = d.difference();
        for (int k = 0; k < p.length; k++) {
            sum += p[k] / (1 + (double) k * k);
        }
        return sum;
    }

    /// Normalised inverse difference moment — IBSI `1QCO`, PyRadiomics `Idmn`: `Σ_k p_{x−y}(k) / (1 + k²/N_g²)`.
    static double inverseDifferenceMomentNormalised(JointDistribution d) {
        double sum = d.isEmpty() ? Double.NaN : 0;
        double[] p = d.difference();
        double squaredLevels = (double) d.highestLevel() * d.highestLevel();
        for (int k = 0; k < p.length; k++) {
            sum += p[k] / (1 + (double) k * k / squaredLevels);
        }
        return sum;
    }

    /// Inverse variance — IBSI `E8JP`, PyRadiomics `InverseVariance`: `Σ_{k ≥ 1} p_{x−y}(k) / k²`.
    static double inverseVariance(JointDistribution d) {
        double sum = d.isEmpty() ? Double.NaN : 0;
        double[] p = d.difference();
        for (int k = 1; k < p.length; k++) {
            sum += p[k] / ((double) k * k);
        }
        return sum;
    }
}
