package org.trabecula.radiomics.texture;

/// A co-occurrence matrix as probabilities, and the distributions that its features are made of.
///
/// In formulas: `p_ij` the probability of levels i and j; `p_x(i) = Σ_j p_ij` and `p_y(j) = Σ_i p_ij`; `μ_x`, `μ_y` their
/// means; `p_{x+y}(k)` and `p_{x−y}(k)` the probabilities of i + j = k and of |i − j| = k; N_g the highest level of the
/// region. An empty matrix gives NaN everywhere.
final class JointDistribution {
    private final int[] row;
    private final int[] column;
    private final int[] levels;
    private final RegionLevels region;
    private final double[] p;
    private final double[] px;
    private final double[] py;
    private final double[] sum;
    private final double[] difference;
    private final double meanX;
    private final double meanY;
    private final double guard;
    private final double entropy;

    /// Normalises `matrix`. Allocates three `double` per level from the lowest to the highest that occur.
    ///
    /// @param guard ε of the logarithms: [Entropy#PYRADIOMICS_GUARD] or [Entropy#NO_GUARD]
    JointDistribution(CooccurrenceMatrix matrix, double guard) {
        this.guard = guard;
        SparseMatrix counts = matrix.counts();
        this.row = counts.row();
        this.column = counts.column();
        this.levels = matrix.levels();
        this.region = matrix.region();
        this.p = new double[counts.cells()];
        this.px = new double[levels.length];
        this.py = new double[levels.length];
        int lowest = levels[1];
        int span = levels[levels.length - 1] - lowest;
        this.sum = new double[2 * span + 1];
        this.difference = new double[span + 1];
        double total = counts.total();
        for (int cell = 0; cell < p.length; cell++) {
            double pij = counts.value()[cell] / total;
            int i = levels[row[cell]];
            int j = levels[column[cell]];
            p[cell] = pij;
            px[row[cell]] += pij;
            py[column[cell]] += pij;
            sum[i - lowest + j - lowest] += pij;
            difference[Math.abs(i - j)] += pij;
        }
        double muX = p.length == 0 ? Double.NaN : 0;
        double muY = muX;
        double bits = muX;
        for (double pij : p) {
            bits += Entropy.term(pij, guard);
        }
        this.entropy = bits;
        for (int rank = 1; rank < levels.length; rank++) {
            muX += px[rank] * levels[rank];
            muY += py[rank] * levels[rank];
        }
        this.meanX = muX;
        this.meanY = muY;
    }

    boolean isEmpty() {
        return p.length == 0;
    }

    /// How many p_ij are not zero.
    int cells() {
        return p.length;
    }

    double p(int cell) {
        return p[cell];
    }

    /// i of a cell.
    int i(int cell) {
        return levels[row[cell]];
    }

    /// j of a cell.
    int j(int cell) {
        return levels[column[cell]];
    }

    /// The rank of i.
    int row(int cell) {
        return row[cell];
    }

    /// The rank of j.
    int column(int cell) {
        return column[cell];
    }

    /// How many levels there are; some may be without a pair.
    int ranks() {
        return levels.length - 1;
    }

    /// The level of a rank, 1 … [#ranks].
    int levelOfRank(int rank) {
        return levels[rank];
    }

    /// What the region has.
    RegionLevels region() {
        return region;
    }

    /// N_g of the region.
    int highestLevel() {
        return region.highest();
    }

    /// `p_x` by rank.
    double px(int rank) {
        return px[rank];
    }

    /// `p_y` by rank.
    double py(int rank) {
        return py[rank];
    }

    double meanX() {
        return meanX;
    }

    double meanY() {
        return meanY;
    }

    /// ε.
    double guard() {
        return guard;
    }

    /// `HXY = −Σ_ij p_ij log₂(p_ij + ε)`.
    double entropy() {
        return entropy;
    }

    /// `p_{x+y}(k)` at entry k − [#leastSum], from that to twice the highest level that occurs.
    double[] sum() {
        return sum;
    }

    /// Twice the lowest level that occurs.
    int leastSum() {
        return 2 * levels[1];
    }

    /// `p_{x−y}(k)` at entry k, from 0 to the largest difference of levels that occur.
    double[] difference() {
        return difference;
    }
}
