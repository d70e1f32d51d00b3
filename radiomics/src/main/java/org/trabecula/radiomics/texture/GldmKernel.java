package org.trabecula.radiomics.texture;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// The features of [Gldm] on kernels: dependences are counted pair by pair; the formulas are the family's own.
public final class GldmKernel implements TextureKernel {
    private final KernelPairs pairs;
    private final KernelLevels kernel;
    private final int alpha;
    private final int[] dependences;
    private final LevelSizeTable table;

    /// @param boxVoxels of the kernel's box
    /// @param alpha     as [GldmSettings#alpha]
    public GldmKernel(KernelPairs pairs, int boxVoxels, int alpha) {
        this.pairs = pairs;
        this.kernel = new KernelLevels(boxVoxels);
        this.alpha = alpha;
        this.dependences = new int[boxVoxels];
        this.table = new LevelSizeTable(boxVoxels, 2 * pairs.directions() + 1);
    }

    @Override
    public double[] features(int[] levels, BitSet wanted) {
        kernel.fill(levels);
        Arrays.fill(dependences, 1);
        for (int d = 0; d < pairs.directions(); d++) {
            int[] first = pairs.first(d);
            int[] second = pairs.second(d);
            for (int n = 0; n < first.length; n++) {
                int a = levels[first[n]];
                int b = levels[second[n]];
                if (a != 0 && b != 0 && Math.abs(a - b) <= alpha) {
                    dependences[first[n]]++;
                    dependences[second[n]]++;
                }
            }
        }
        int[] ranks = kernel.ranks();
        for (int at = 0; at < ranks.length; at++) {
            if (ranks[at] != 0) {
                table.add(ranks[at], dependences[at]);
            }
        }
        return Gldm.means(List.of(table.take(kernel, kernel.toLevels())), wanted);
    }
}
