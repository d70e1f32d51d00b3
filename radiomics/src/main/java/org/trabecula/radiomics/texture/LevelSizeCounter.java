package org.trabecula.radiomics.texture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Counts things (runs, zones, neighbourhoods) by the rank of their level and by their size, in one or more groups.
///
/// Small sizes are counted in a table, the few large ones are listed and counted at the end, so that neither a long run
/// nor ten thousand levels need a large matrix.
final class LevelSizeCounter {
    /// At most this many table entries (4 MiB).
    private static final int TABLE_ENTRIES = 1 << 20;

    private final int ranks;
    private final int width;
    private final int[] table;
    private final List<LongList> listed = new ArrayList<>();

    /// @param groups     how many matrices are counted side by side
    /// @param ranks      how many levels are present
    /// @param usualSizes sizes up to this are counted in the table, as far as it may grow
    LevelSizeCounter(int groups, int ranks, int usualSizes) {
        this.ranks = ranks;
        this.width = (int) Math.min(usualSizes + 1L, TABLE_ENTRIES / (groups * (ranks + 1L)));
        this.table = new int[groups * (ranks + 1) * width];
        for (int group = 0; group < groups; group++) {
            listed.add(new LongList());
        }
    }

    void add(int group, int rank, int size) {
        if (size < width) {
            table[(group * (ranks + 1) + rank) * width + size]++;
        } else {
            listed.get(group).add(SparseMatrix.key(rank, size));
        }
    }

    /// The table of small sizes; entry `(group · (ranks + 1) + rank) · width + size`.
    int[] table() {
        return table;
    }

    /// Sizes below this are in the table.
    int width() {
        return width;
    }

    SparseMatrix counts(int group) {
        int first = group * (ranks + 1) * width;
        SparseMatrix small = SparseMatrix.ofDense(table, first, ranks, width);
        if (listed.get(group).isEmpty()) {
            return small;
        }
        SparseMatrix large = SparseMatrix.ofKeys(listed.get(group).toArray());
        return SparseMatrix.weightedSum(List.of(small, large), new double[] {1, 1});
    }

    private static final class LongList {
        private long[] values = new long[0];
        private int count;

        void add(long value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, Math.max(16, 2 * count));
            }
            values[count++] = value;
        }

        boolean isEmpty() {
            return count == 0;
        }

        long[] toArray() {
            return Arrays.copyOf(values, count);
        }
    }
}
