package org.trabecula.radiomics.texture;

/// Counts the things of one kernel after the other (runs, zones, neighbourhoods) by rank and size, in a table that is used again.
final class LevelSizeTable {
    private final int[] counts;
    private final int width;

    /// @param ranks   the highest
    /// @param largest size
    LevelSizeTable(int ranks, int largest) {
        this.width = largest + 1;
        this.counts = new int[(ranks + 1) * width];
    }

    void add(int rank, int size) {
        counts[rank * width + size]++;
    }

    /// The matrix of what was counted; the table is empty after.
    LevelSizeMatrix take(KernelLevels kernel, int[] levels) {
        int cells = 0;
        int end = (kernel.present() + 1) * width;
        for (int at = width; at < end; at++) {
            cells += counts[at] > 0 ? 1 : 0;
        }
        int[] row = new int[cells];
        int[] column = new int[cells];
        double[] value = new double[cells];
        int cell = 0;
        for (int rank = 1; rank <= kernel.present(); rank++) {
            for (int size = 1; size < width; size++) {
                int at = rank * width + size;
                if (counts[at] > 0) {
                    row[cell] = rank;
                    column[cell] = size;
                    value[cell++] = counts[at];
                    counts[at] = 0;
                }
            }
        }
        return new LevelSizeMatrix(SparseMatrix.ofCells(row, column, value), levels, kernel.voxels());
    }
}
