package org.trabecula.radiomics.texture;

import java.util.BitSet;
import java.util.List;

/// The features of [Glszm] on kernels: zones are joined pair by pair (union-find); the formulas are the family's own.
public final class GlszmKernel implements TextureKernel {
    private final KernelPairs pairs;
    private final KernelLevels kernel;
    private final int[] parent;
    private final int[] size;
    private final LevelSizeTable table;

    /// @param pairs     of distance 1
    /// @param boxVoxels of the kernel's box
    public GlszmKernel(KernelPairs pairs, int boxVoxels) {
        this.pairs = pairs;
        this.kernel = new KernelLevels(boxVoxels);
        this.parent = new int[boxVoxels];
        this.size = new int[boxVoxels];
        this.table = new LevelSizeTable(boxVoxels, boxVoxels);
    }

    @Override
    public double[] features(int[] levels, BitSet wanted) {
        kernel.fill(levels);
        for (int at = 0; at < parent.length; at++) {
            parent[at] = at;
            size[at] = 1;
        }
        for (int d = 0; d < pairs.directions(); d++) {
            int[] first = pairs.first(d);
            int[] second = pairs.second(d);
            for (int n = 0; n < first.length; n++) {
                if (levels[first[n]] != 0 && levels[first[n]] == levels[second[n]]) {
                    join(first[n], second[n]);
                }
            }
        }
        int[] ranks = kernel.ranks();
        for (int at = 0; at < parent.length; at++) {
            if (ranks[at] != 0 && parent[at] == at) {
                table.add(ranks[at], size[at]);
            }
        }
        return Glszm.means(List.of(table.take(kernel, kernel.toLevels())), wanted);
    }

    private void join(int a, int b) {
        int one = root(a);
        int other = root(b);
        if (one != other) {
            parent[other] = one;
            size[one] += size[other];
        }
    }

    private int root(int voxel) {
        int at = voxel;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]]; // halve the path for the next visit
            at = parent[at];
        }
        return at;
    }
}
