package org.trabecula.radiomics.texture;

import java.util.Arrays;

/// The levels of one kernel by rank, as [LevelImage] has them for a region; filled again for every kernel.
final class KernelLevels {
    private final int[] ranks;
    private final int[] sorted;
    private final int[] levels;
    private int present;
    private int voxels;

    /// @param boxVoxels of the kernel's box
    KernelLevels(int boxVoxels) {
        this.ranks = new int[boxVoxels];
        this.sorted = new int[boxVoxels];
        this.levels = new int[boxVoxels + 1];
    }

    /// @param kernel one level a voxel of the box, 0 outside
    void fill(int[] kernel) {
        System.arraycopy(kernel, 0, sorted, 0, kernel.length);
        Arrays.sort(sorted);
        present = 0;
        voxels = 0;
        for (int level : sorted) {
            if (level > 0) {
                voxels++;
                if (level != levels[present] || present == 0) {
                    levels[++present] = level;
                }
            }
        }
        for (int at = 0; at < kernel.length; at++) {
            ranks[at] = kernel[at] == 0 ? 0 : Arrays.binarySearch(levels, 1, present + 1, kernel[at]);
        }
    }

    /// By voxel of the box; 0 outside. Kernels read it, nobody writes to it.
    int[] ranks() {
        return ranks;
    }

    /// The highest rank.
    int present() {
        return present;
    }

    /// Voxels inside.
    int voxels() {
        return voxels;
    }

    /// The level of a rank, 1 … [#present].
    int level(int rank) {
        return levels[rank];
    }

    /// Levels by rank, entry 0 for outside, as matrices take them.
    int[] toLevels() {
        int[] copy = Arrays.copyOf(levels, present + 1);
        copy[0] = 0;
        return copy;
    }
}
