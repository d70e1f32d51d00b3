package org.trabecula.radiomics.texture;

import java.util.List;

/// The neighbourhood grey tone difference matrix (NGTDM): per level i the number n_i of voxels and the sum s_i of
/// `|i − mean level of the neighbours in the region|`.
///
/// Source: Amadasun and King 1989, doi:10.1109/21.44046; IBSI `IPET`.
public final class NeighbourhoodGreyToneDifference {
    private final int[] levels;
    private final double[] n;
    private final double[] s;

    private NeighbourhoodGreyToneDifference(int[] levels, double[] n, double[] s) {
        this.levels = levels;
        this.n = n;
        this.s = s;
    }

    /// @param countLonely whether voxels without a neighbour count in n_i (PyRadiomics) or not (IBSI); they add nothing
    ///     to s_i
    static NeighbourhoodGreyToneDifference of(LevelImage image, List<NeighbourStep> directions, boolean countLonely) {
        LevelImage reaching =
                image.withReach(directions.stream().mapToInt(NeighbourStep::chebyshev).max().orElse(0));
        int[] steps = directions.stream().mapToInt(reaching::step).toArray();
        int[] ranks = reaching.ranks();
        int[] levels = reaching.levels();
        double[] n = new double[levels.length];
        double[] s = new double[levels.length];
        for (int voxel : reaching.inside()) {
            long sum = 0;
            int neighbours = 0;
            for (int step : steps) {
                int ahead = ranks[voxel + step];
                int behind = ranks[voxel - step];
                sum += levels[ahead] + levels[behind]; // outside: rank 0, level 0
                neighbours += (ahead != 0 ? 1 : 0) + (behind != 0 ? 1 : 0);
            }
            int rank = ranks[voxel];
            if (neighbours > 0) {
                s[rank] += Math.abs(levels[rank] - (double) sum / neighbours);
            }
            n[rank] += neighbours > 0 || countLonely ? 1 : 0;
        }
        return new NeighbourhoodGreyToneDifference(levels, n, s);
    }

    /// Takes ownership of all three, by rank.
    static NeighbourhoodGreyToneDifference ofSums(int[] levels, double[] n, double[] s) {
        return new NeighbourhoodGreyToneDifference(levels, n, s);
    }

    /// The sums of n_i and s_i. All matrices are of slices of one level image.
    static NeighbourhoodGreyToneDifference sum(List<NeighbourhoodGreyToneDifference> matrices) {
        int[] levels = matrices.getFirst().levels;
        double[] n = new double[levels.length];
        double[] s = new double[levels.length];
        for (NeighbourhoodGreyToneDifference matrix : matrices) {
            for (int rank = 1; rank < levels.length; rank++) {
                n[rank] += matrix.n[rank];
                s[rank] += matrix.s[rank];
            }
        }
        return new NeighbourhoodGreyToneDifference(levels, n, s);
    }

    /// How many levels the region has, 1 … this by rank; some may have n_i = 0.
    public int ranks() {
        return levels.length - 1;
    }

    /// i of a rank.
    public int level(int rank) {
        return levels[rank];
    }

    /// n_i of a rank.
    public double n(int rank) {
        return n[rank];
    }

    /// s_i of a rank.
    public double s(int rank) {
        return s[rank];
    }
}
