package org.trabecula.radiomics.texture;

import java.util.Arrays;
import java.util.List;

/// Counts things (runs, zones, neighbourhoods) by the rank of their level and by their size.
///
/// Small sizes are counted in a table, the few large ones are listed and counted at the end, so that neither a long run
/// nor ten thousand levels need a large matrix.
final class LevelSizeCounter {
    /// At most this many table entries (1 MiB) for one counter.
    private static final int TABLE_ENTRIES = 1 << 18;

    private final int ranks;
    private final int width;
    private final int[] table;
    private long[] listed = new long[16];
    private int listedCount;

    /// @param ranks      how many levels are present
    /// @param usualSizes sizes up to this are counted in the table, as far as it may grow
    LevelSizeCounter(int ranks, int usualSizes) {
        this.ranks = ranks;
        this.width = Math.min(usualSizes + 1, TABLE_ENTRIES / (ranks + 1));
        this.table = new int[(ranks + 1) * width];
    }

    void add(int rank, int size) {
        if (size < width) {
            table[rank * width + size]++;
        } else {
            list(rank, size);
        }
    }

    /// Adds `times` things of one rank and size.
    void add(int rank, int size, int times) {
        if (size < width) {
            table[rank * width + size] += times;
        } else {
            for (int time = 0; time < times; time++) {
                list(rank, size);
            }
        }
    }

    private void list(int rank, int size) {
        if (listedCount == listed.length) {
            listed = Arrays.copyOf(listed, 2 * listedCount);
        }
        listed[listedCount++] = SparseMatrix.key(rank, size);
    }

    SparseMatrix counts() {
        SparseMatrix small = SparseMatrix.ofDense(table, ranks, width);
        if (listedCount == 0) {
            return small;
        }
        SparseMatrix large = SparseMatrix.ofKeys(Arrays.copyOf(listed, listedCount));
        return SparseMatrix.weightedSum(List.of(small, large), new double[] {1, 1});
    }
}
