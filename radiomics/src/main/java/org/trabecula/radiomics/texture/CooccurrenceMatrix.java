package org.trabecula.radiomics.texture;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Grey level co-occurrence: how often level j lies one step along a direction from level i, both in the region.
///
/// Source: Haralick et al. 1973, doi:10.1109/TSMC.1973.4309314; IBSI `LFYI`.
public final class CooccurrenceMatrix {
    /// A table of this many entries is cheap for any region.
    private static final int SMALL_TABLE = 1 << 16;

    private final SparseMatrix counts;
    private final int[] levels;
    private final RegionLevels region;

    private CooccurrenceMatrix(SparseMatrix counts, int[] levels, RegionLevels region) {
        this.counts = counts;
        this.levels = levels;
        this.region = region;
    }

    /// One matrix per direction.
    ///
    /// @param symmetrical whether each pair counts as (i, j) and as (j, i)
    static List<CooccurrenceMatrix> perDirection(LevelImage image, List<NeighbourStep> directions, boolean symmetrical) {
        int reach = directions.stream().mapToInt(NeighbourStep::chebyshev).max().orElse(0);
        Optional<LineCounts> lines = reach == 1 ? image.lineCounts() : Optional.empty();
        if (lines.isPresent()) {
            return directions.stream()
                    .map(direction -> lines.get().pairs(EqualNeighbours.VOLUME.indexOf(direction)))
                    .map(table -> ofTable(table, image, symmetrical))
                    .toList();
        }
        LevelImage reaching = image.withReach(reach);
        long entries = (image.presentLevels() + 1L) * (image.presentLevels() + 1L);
        if (entries > Math.max(SMALL_TABLE, 4L * image.voxelCount())) {
            return directions.stream()
                    .map(direction -> listed(reaching, reaching.step(direction), symmetrical))
                    .toList();
        }
        int[] table = new int[(int) entries];
        return directions.stream()
                .map(direction -> {
                    count(reaching, reaching.step(direction), table);
                    return ofTable(table, reaching, symmetrical);
                })
                .toList();
    }

    /// Counts into a table of ranks × ranks; row and column 0 take the pairs that leave the region.
    private static void count(LevelImage image, int step, int[] table) {
        Arrays.fill(table, 0);
        int[] ranks = image.ranks();
        int width = image.presentLevels() + 1;
        for (int voxel : image.inside()) {
            table[ranks[voxel] * width + ranks[voxel + step]]++;
        }
    }

    /// @param table ordered pairs of ranks, made symmetrical here where that is wanted
    private static CooccurrenceMatrix ofTable(int[] table, LevelImage image, boolean symmetrical) {
        int width = image.presentLevels() + 1;
        if (symmetrical) {
            for (int i = 1; i < width; i++) {
                for (int j = 1; j <= i; j++) {
                    int both = table[i * width + j] + table[j * width + i];
                    table[i * width + j] = both;
                    table[j * width + i] = both;
                }
            }
        }
        return new CooccurrenceMatrix(SparseMatrix.ofDense(table, 0, width - 1, width), image.levels(), image.region());
    }

    /// Lists the pairs and counts equal ones: for so many levels that a table would dwarf the region.
    private static CooccurrenceMatrix listed(LevelImage image, int step, boolean symmetrical) {
        int[] ranks = image.ranks();
        long[] keys = new long[(symmetrical ? 2 : 1) * image.voxelCount()];
        int pairs = 0;
        for (int voxel : image.inside()) {
            int i = ranks[voxel];
            int j = ranks[voxel + step];
            if (j != 0) {
                keys[pairs++] = SparseMatrix.key(i, j);
                if (symmetrical) {
                    keys[pairs++] = SparseMatrix.key(j, i);
                }
            }
        }
        return new CooccurrenceMatrix(SparseMatrix.ofKeys(Arrays.copyOf(keys, pairs)), image.levels(), image.region());
    }

    /// @param counts by rank and rank, with a row and a column 0, which are left out
    /// @param levels by rank
    static CooccurrenceMatrix ofTable(int[] counts, int[] levels, RegionLevels region) {
        return new CooccurrenceMatrix(SparseMatrix.ofDense(counts, 0, levels.length - 1, levels.length), levels, region);
    }

    /// `Σ weight · matrix`. All matrices are of one level image or of its slices.
    static CooccurrenceMatrix weightedSum(List<CooccurrenceMatrix> matrices, double[] weights) {
        List<SparseMatrix> counts = matrices.stream().map(matrix -> matrix.counts).toList();
        CooccurrenceMatrix first = matrices.getFirst();
        return new CooccurrenceMatrix(SparseMatrix.weightedSum(counts, weights), first.levels, first.region);
    }

    /// The sum of matrices of one level image or of its slices.
    static CooccurrenceMatrix sum(List<CooccurrenceMatrix> matrices) {
        double[] ones = new double[matrices.size()];
        Arrays.fill(ones, 1);
        return weightedSum(matrices, ones);
    }

    /// Whether there is no pair.
    public boolean isEmpty() {
        return counts.cells() == 0;
    }

    /// How many cells are not zero.
    public int cells() {
        return counts.cells();
    }

    /// i of a cell; cells are sorted by i, then j.
    public int firstLevel(int cell) {
        return levels[counts.row()[cell]];
    }

    /// j of a cell.
    public int secondLevel(int cell) {
        return levels[counts.column()[cell]];
    }

    /// The (weighted) count of a cell.
    public double count(int cell) {
        return counts.value()[cell];
    }

    SparseMatrix counts() {
        return counts;
    }

    /// Levels by rank.
    int[] levels() {
        return levels;
    }

    /// What the whole region has.
    RegionLevels region() {
        return region;
    }
}
