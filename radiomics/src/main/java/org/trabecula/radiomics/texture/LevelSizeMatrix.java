package org.trabecula.radiomics.texture;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// How many things of grey level i have size j: runs of a length, zones of an area or at a distance, neighbourhoods of a
/// dependence. The run length, size zone, distance zone and dependence matrices are all of this kind and share their
/// features ([LevelSizeFeatures]).
///
/// In formulas: `c_ij` the count of level i and size j, `c_i.` and `c_.j` the sums over sizes and over levels, `N` the
/// sum of all, `N_v` the voxels (times the directions, where directions were added).
public final class LevelSizeMatrix {
    private final SparseMatrix counts;
    private final int[] levels;
    private final double voxels;
    private final double total;
    private final double[] perRank;
    private final int[] sizes;
    private final double[] perSize;

    /// @param counts by rank of the level (row) and size (column)
    /// @param levels the level of each rank
    /// @param voxels `N_v`
    LevelSizeMatrix(SparseMatrix counts, int[] levels, double voxels) {
        this.counts = counts;
        this.levels = levels;
        this.voxels = voxels;
        this.total = counts.total();
        this.perRank = new double[levels.length];
        int[] column = counts.column();
        BitSet occurring = new BitSet();
        for (int size : column) {
            occurring.set(size);
        }
        this.sizes = new int[occurring.cardinality()];
        int size = 0;
        for (int nth = 0; nth < sizes.length; nth++) {
            size = occurring.nextSetBit(size + 1);
            sizes[nth] = size;
        }
        this.perSize = new double[sizes.length];
        for (int cell = 0; cell < counts.cells(); cell++) {
            double count = counts.value()[cell];
            perRank[counts.row()[cell]] += count;
            perSize[Arrays.binarySearch(sizes, column[cell])] += count;
        }
    }

    /// `Σ weight · matrix`; voxels are weighted alike. All matrices are of one level image or of its slices.
    static LevelSizeMatrix weightedSum(List<LevelSizeMatrix> matrices, double[] weights) {
        double voxels = 0;
        for (int m = 0; m < weights.length; m++) {
            voxels += weights[m] * matrices.get(m).voxels;
        }
        SparseMatrix sum = SparseMatrix.weightedSum(matrices.stream().map(m -> m.counts).toList(), weights);
        return new LevelSizeMatrix(sum, matrices.getFirst().levels, voxels);
    }

    /// The sum of matrices of one level image or of its slices.
    static LevelSizeMatrix sum(List<LevelSizeMatrix> matrices) {
        double[] ones = new double[matrices.size()];
        Arrays.fill(ones, 1);
        return weightedSum(matrices, ones);
    }

    /// `N`, the things counted; 0 in an empty matrix.
    public double total() {
        return total;
    }

    /// `N_v`, the voxels that the things are made of, times the directions added.
    public double voxels() {
        return voxels;
    }

    /// How many cells are not zero.
    public int cells() {
        return counts.cells();
    }

    /// i of a cell; cells are sorted by i, then j.
    public int level(int cell) {
        return levels[counts.row()[cell]];
    }

    /// j of a cell.
    public int size(int cell) {
        return counts.column()[cell];
    }

    /// `c_ij` of a cell.
    public double count(int cell) {
        return counts.value()[cell];
    }

    /// How many levels the region has; some may be without a thing.
    int ranks() {
        return levels.length - 1;
    }

    /// i of a rank, 1 … [#ranks].
    int levelOfRank(int rank) {
        return levels[rank];
    }

    /// `c_i.` of a rank.
    double countOfRank(int rank) {
        return perRank[rank];
    }

    /// How many different sizes occur.
    int sizes() {
        return sizes.length;
    }

    /// j of the nth size, ascending from 0.
    int sizeAt(int nth) {
        return sizes[nth];
    }

    /// `c_.j` of the nth size.
    double countOfSize(int nth) {
        return perSize[nth];
    }
}
