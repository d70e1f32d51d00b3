package org.trabecula.radiomics.texture;

/// The features of a neighbourhood grey tone difference matrix. Levels i and j with n_i > 0 only; `N = Σ n_i`,
/// `p_i = n_i / N`, G the number of such levels. All values are NaN where no voxel counts (N = 0).
///
/// Source: Amadasun and King 1989, doi:10.1109/21.44046; IBSI reference manual, "Neighbourhood grey tone difference".
final class ToneDifferenceFeatures {
    private ToneDifferenceFeatures() {}

    /// Coarseness — IBSI `QCDE`, PyRadiomics `Coarseness`: `1 / Σ_i p_i s_i`, 10⁶ where that sum is 0.
    static double coarseness(NeighbourhoodGreyToneDifference m) {
        double sum = weightedDifference(m);
        return sum == 0 ? 1e6 : 1 / sum;
    }

    /// Contrast — IBSI `65HE`, PyRadiomics `Contrast`: `(Σ_ij p_i p_j (i − j)²) / (G (G − 1)) · (Σ_i s_i) / N`, 0 for one
    /// level.
    static double contrast(NeighbourhoodGreyToneDifference m) {
        double voxels = voxels(m);
        double spread = 0;
        int present = 0;
        for (int a = 1; a <= m.ranks(); a++) {
            present += m.n(a) > 0 ? 1 : 0;
            for (int b = 1; b < a; b++) {
                double difference = m.level(a) - m.level(b);
                spread += m.n(a) / voxels * (m.n(b) / voxels) * difference * difference;
            }
        }
        double between = 2 * spread * totalDifference(m) / voxels;
        return present == 1 ? 0 : between / ((double) present * (present - 1));
    }

    /// Busyness — IBSI `NQ30`, PyRadiomics `Busyness`: `Σ_i p_i s_i / Σ_ij |i p_i − j p_j|`, 0 where the divisor is 0.
    static double busyness(NeighbourhoodGreyToneDifference m) {
        double voxels = voxels(m);
        double divisor = 0;
        for (int a = 1; a <= m.ranks(); a++) {
            for (int b = 1; b < a && m.n(a) > 0; b++) {
                if (m.n(b) > 0) {
                    divisor += 2 * Math.abs(m.level(a) * (m.n(a) / voxels) - m.level(b) * (m.n(b) / voxels));
                }
            }
        }
        double sum = weightedDifference(m);
        return divisor == 0 && !Double.isNaN(sum) ? 0 : sum / divisor;
    }

    /// Complexity — IBSI `HDEZ`, PyRadiomics `Complexity`: `(1/N) Σ_ij |i − j| (p_i s_i + p_j s_j) / (p_i + p_j)`.
    static double complexity(NeighbourhoodGreyToneDifference m) {
        double sum = 0;
        for (int a = 1; a <= m.ranks(); a++) {
            for (int b = 1; b < a && m.n(a) > 0; b++) {
                if (m.n(b) > 0) {
                    double mean = (m.n(a) * m.s(a) + m.n(b) * m.s(b)) / (m.n(a) + m.n(b));
                    sum += 2 * (m.level(a) - m.level(b)) * mean;
                }
            }
        }
        return sum / voxels(m);
    }

    /// Strength — IBSI `1X9X`, PyRadiomics `Strength`: `Σ_ij (p_i + p_j) (i − j)² / Σ_i s_i`, 0 where the divisor is 0.
    static double strength(NeighbourhoodGreyToneDifference m) {
        double voxels = voxels(m);
        double sum = 0;
        for (int a = 1; a <= m.ranks(); a++) {
            for (int b = 1; b < a && m.n(a) > 0; b++) {
                if (m.n(b) > 0) {
                    double difference = m.level(a) - m.level(b);
                    sum += 2 * ((m.n(a) + m.n(b)) / voxels) * difference * difference;
                }
            }
        }
        double divisor = totalDifference(m);
        return divisor == 0 && voxels > 0 ? 0 : sum / divisor;
    }

    /// N.
    private static double voxels(NeighbourhoodGreyToneDifference m) {
        double voxels = 0;
        for (int rank = 1; rank <= m.ranks(); rank++) {
            voxels += m.n(rank);
        }
        return voxels;
    }

    /// `Σ_i s_i`.
    private static double totalDifference(NeighbourhoodGreyToneDifference m) {
        double total = 0;
        for (int rank = 1; rank <= m.ranks(); rank++) {
            total += m.s(rank);
        }
        return total;
    }

    /// `Σ_i p_i s_i`; NaN for N = 0.
    private static double weightedDifference(NeighbourhoodGreyToneDifference m) {
        double sum = 0;
        for (int rank = 1; rank <= m.ranks(); rank++) {
            sum += m.n(rank) * m.s(rank);
        }
        return sum / voxels(m);
    }
}
