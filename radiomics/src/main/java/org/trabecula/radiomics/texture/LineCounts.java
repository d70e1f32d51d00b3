package org.trabecula.radiomics.texture;

import org.trabecula.image.Size;

/// What lies behind the voxels along each of the 13 directions of [EqualNeighbours#VOLUME]: a voxel of another level, or a run
/// of their own.
///
/// A table per direction has a row per rank r and these columns, b being the rank of the voxel behind:
///
/// ```
/// L + b      b ≠ r (0: outside the region); L the longest side of the box
/// L − n      b = r; n ≥ 1 voxels of rank r lie behind in an unbroken row
/// ```
///
/// So one increment per voxel and direction counts co-occurrences and run lengths together: the columns from L on hold the pairs
/// of unequal levels, and a voxel with n equal ones behind it is the second of an equal pair and the (n + 1)th of its run.
final class LineCounts {
    private static final int DIRECTIONS = EqualNeighbours.DIRECTIONS;

    /// A table of this many entries is cheap for any region.
    private static final int SMALL_TABLE = 1 << 16;

    /// Where a rank begins in the state of a voxel; below it is the length of a run.
    private static final int RANK_SHIFT = 16;

    private static final int MOST_RANKS = (1 << Integer.SIZE - 1 - RANK_SHIFT) - 1;
    private static final int LONGEST = (1 << RANK_SHIFT) - 1;

    private final LevelImage image;
    private final int ranks;
    private final int longest;
    private final int widthBits;
    private final int[][] tables;

    private LineCounts(LevelImage image) {
        this.image = image;
        this.ranks = image.presentLevels();
        this.longest = longest(image.size());
        this.widthBits = widthBits(image);
        this.tables = new int[DIRECTIONS][ranks + 1 << widthBits];
    }

    /// Whether tables are small beside the region: not where levels are very many, or the box is very long.
    static boolean fit(LevelImage image) {
        long entries = image.presentLevels() + 1L << widthBits(image);
        return image.presentLevels() <= MOST_RANKS
                && longest(image.size()) <= LONGEST
                && entries <= Math.max(SMALL_TABLE, image.voxelCount() / 2);
    }

    /// Rows are a power of two long, so that an index takes a shift and no product.
    private static int widthBits(LevelImage image) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(longest(image.size()) + image.presentLevels());
    }

    private static int longest(Size box) {
        return Math.max(box.i(), Math.max(box.j(), box.k()));
    }

    /// Counts along all directions of an image whose tables [#fit]. Allocates 13 tables, and one `int` per position of the box
    /// while it counts.
    static LineCounts of(LevelImage image) {
        LineCounts counts = new LineCounts(image);
        int[] state = image.ranks().clone();
        for (int at = 0; at < state.length; at++) {
            state[at] <<= RANK_SHIFT;
        }
        for (int d = 0; d < DIRECTIONS; d++) {
            NeighbourStep direction = EqualNeighbours.VOLUME.get(d);
            if (direction.fitsInto(image.size())) {
                counts.count(state, image.step(direction), counts.tables[d]);
            }
        }
        return counts;
    }

    /// Without a branch on what lies behind: it would be guessed wrong for about every voxel once.
    ///
    /// @param state by position: the rank, and below it how many equal voxels lie behind. What the direction before left there
    ///     is overwritten before it is read, as lines are followed in ascending order
    private void count(int[] state, int step, int[] table) {
        int longest = this.longest;
        int toRow = RANK_SHIFT - widthBits;
        for (int voxel : image.inside()) {
            int own = state[voxel] & -1 << RANK_SHIFT;
            int behind = state[voxel - step];
            int apart = own ^ behind; // where the ranks are equal, the length of the run behind
            int equal = apart - (1 << RANK_SHIFT) >> Integer.SIZE - 1; // all ones or 0
            int length = apart + 1 & equal;
            state[voxel] = own | length;
            table[(own >>> toRow) + longest + (behind >>> RANK_SHIFT & ~equal) - length]++;
        }
    }

    /// The pairs along direction `d`: entry `i · (N_p + 1) + j` counts the voxels of rank j with one of rank i behind them; row and
    /// column 0 are empty.
    int[] pairs(int d) {
        int[] table = tables[d];
        int[] pairs = new int[(ranks + 1) * (ranks + 1)];
        for (int j = 1; j <= ranks; j++) {
            int column0 = (j << widthBits) + longest;
            for (int i = 1; i <= ranks; i++) {
                pairs[i * (ranks + 1) + j] = table[column0 + i];
            }
            pairs[j * (ranks + 1) + j] = withEqualBehind(table, column0);
        }
        return pairs;
    }

    /// The runs along direction `d` by rank and length.
    ///
    /// As many runs are at least n long as there are voxels that are the nth of theirs.
    SparseMatrix runs(int d) {
        int[] table = tables[d];
        SparseMatrix.Builder runs = new SparseMatrix.Builder(4 * ranks);
        for (int rank = 1; rank <= ranks; rank++) {
            int column0 = (rank << widthBits) + longest;
            int reached = image.voxels(rank) - withEqualBehind(table, column0); // by voxels that begin a run
            for (int length = 1; reached != 0; length++) {
                int longer = length < longest ? table[column0 - length] : 0;
                runs.ensure(1);
                runs.add(rank, length, reached - longer);
                reached = longer;
            }
        }
        return runs.build();
    }

    /// The voxels of a row of a table that have an equal one behind them.
    private int withEqualBehind(int[] table, int column0) {
        int voxels = 0;
        for (int n = 1; n < longest && table[column0 - n] != 0; n++) {
            voxels += table[column0 - n];
        }
        return voxels;
    }
}
