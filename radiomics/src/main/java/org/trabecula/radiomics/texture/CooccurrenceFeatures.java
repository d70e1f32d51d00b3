package org.trabecula.radiomics.texture;

/// The features of a co-occurrence matrix that come straight from `p_ij` and its marginals. Letters as in
/// [JointDistribution].
///
/// Sources: Haralick et al. 1973, doi:10.1109/TSMC.1973.4309314; Soh and Tsatsoulis 1999, doi:10.1109/36.752194; Clausi
/// 2002, doi:10.5589/m02-004; IBSI reference manual.
final class CooccurrenceFeatures {
    private CooccurrenceFeatures() {}

    /// Joint maximum — IBSI `GYBY`, PyRadiomics `MaximumProbability`: `max p_ij`.
    static double jointMaximum(JointDistribution d) {
        double largest = d.isEmpty() ? Double.NaN : 0;
        for (int cell = 0; cell < d.cells(); cell++) {
            largest = Math.max(largest, d.p(cell));
        }
        return largest;
    }

    /// Joint average — IBSI `60VM`, PyRadiomics `JointAverage`: `μ_x = Σ_ij i p_ij`.
    static double jointAverage(JointDistribution d) {
        return d.meanX();
    }

    /// Joint variance — IBSI `UR99`, PyRadiomics `SumSquares`: `Σ_ij (i − μ_x)² p_ij`.
    static double jointVariance(JointDistribution d) {
        double sum = 0;
        for (int rank = 1; rank <= d.ranks(); rank++) {
            double i = d.levelOfRank(rank) - d.meanX();
            sum += d.px(rank) * i * i;
        }
        return sum;
    }

    /// Joint entropy — IBSI `TU9B`, PyRadiomics `JointEntropy`: `−Σ_ij p_ij log₂ p_ij`.
    static double jointEntropy(JointDistribution d) {
        return d.entropy();
    }

    /// Angular second moment — IBSI `8ZQL`, PyRadiomics `JointEnergy`: `Σ_ij p_ij²`.
    static double angularSecondMoment(JointDistribution d) {
        double sum = d.isEmpty() ? Double.NaN : 0;
        for (int cell = 0; cell < d.cells(); cell++) {
            sum += d.p(cell) * d.p(cell);
        }
        return sum;
    }

    /// Autocorrelation — IBSI `QWB0`, PyRadiomics `Autocorrelation`: `Σ_ij i j p_ij`.
    static double autocorrelation(JointDistribution d) {
        double sum = d.isEmpty() ? Double.NaN : 0;
        for (int cell = 0; cell < d.cells(); cell++) {
            sum += d.p(cell) * ((double) d.i(cell) * d.j(cell));
        }
        return sum;
    }

    /// Correlation — IBSI `NI2N`: `Σ_ij (i − μ_x)(j − μ_y) p_ij / (σ_x σ_y)`; NaN where a standard deviation is 0.
    static double correlation(JointDistribution d) {
        double deviations = deviations(d);
        return deviations == 0 ? Double.NaN : covariance(d) / deviations;
    }

    /// Correlation as PyRadiomics guards it: 2⁻⁵² is added to `σ_x σ_y`, and it is 1 where a standard deviation is 0.
    ///
    /// Sums run from cell to cell, as NumPy's do. Where pairs are counted one way only, all of a direction's first voxels may
    /// have one level: its deviation is 0 or a rounding error, the divisor little more than the guard, and the last bits show.
    static double guardedCorrelation(JointDistribution d) {
        if (d.isEmpty()) {
            return Double.NaN;
        }
        double meanX = 0;
        double meanY = 0;
        for (int cell = 0; cell < d.cells(); cell++) {
            meanX += d.p(cell) * d.i(cell);
            meanY += d.p(cell) * d.j(cell);
        }
        double covariance = 0;
        double varianceX = 0;
        double varianceY = 0;
        for (int cell = 0; cell < d.cells(); cell++) {
            double x = d.i(cell) - meanX;
            double y = d.j(cell) - meanY;
            covariance += d.p(cell) * x * y;
            varianceX += d.p(cell) * (x * x);
            varianceY += d.p(cell) * (y * y);
        }
        double deviations = Math.sqrt(varianceX) * Math.sqrt(varianceY);
        return deviations == 0 ? 1 : covariance / (deviations + Entropy.PYRADIOMICS_GUARD);
    }

    private static double covariance(JointDistribution d) {
        double sum = d.isEmpty() ? Double.NaN : 0;
        for (int cell = 0; cell < d.cells(); cell++) {
            sum += d.p(cell) * (d.i(cell) - d.meanX()) * (d.j(cell) - d.meanY());
        }
        return sum;
    }

    /// `σ_x σ_y`.
    private static double deviations(JointDistribution d) {
        double varianceX = 0;
        double varianceY = 0;
        for (int rank = 1; rank <= d.ranks(); rank++) {
            double i = d.levelOfRank(rank) - d.meanX();
            double j = d.levelOfRank(rank) - d.meanY();
            varianceX += d.px(rank) * i * i;
            varianceY += d.py(rank) * j * j;
        }
        return Math.sqrt(varianceX) * Math.sqrt(varianceY);
    }
}
