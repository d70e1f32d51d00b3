package org.trabecula.radiomics.texture;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// The features of [Ngtdm] on kernels: neighbours' means are gathered pair by pair; the formulas are the family's own.
public final class NgtdmKernel implements TextureKernel {
    private final KernelPairs pairs;
    private final KernelLevels kernel;
    private final long[] sum;
    private final int[] neighbours;

    /// @param boxVoxels of the kernel's box
    public NgtdmKernel(KernelPairs pairs, int boxVoxels) {
        this.pairs = pairs;
        this.kernel = new KernelLevels(boxVoxels);
        this.sum = new long[boxVoxels];
        this.neighbours = new int[boxVoxels];
    }

    @Override
    public double[] features(int[] levels, BitSet wanted) {
        kernel.fill(levels);
        Arrays.fill(sum, 0);
        Arrays.fill(neighbours, 0);
        for (int d = 0; d < pairs.directions(); d++) {
            int[] first = pairs.first(d);
            int[] second = pairs.second(d);
            for (int n = 0; n < first.length; n++) {
                int a = first[n];
                int b = second[n];
                if (levels[a] != 0 && levels[b] != 0) {
                    sum[a] += levels[b];
                    sum[b] += levels[a];
                    neighbours[a]++;
                    neighbours[b]++;
                }
            }
        }
        int[] ranks = kernel.ranks();
        double[] n = new double[kernel.present() + 1];
        double[] s = new double[kernel.present() + 1];
        for (int at = 0; at < ranks.length; at++) {
            int rank = ranks[at];
            if (rank != 0) {
                n[rank]++;
                s[rank] += neighbours[at] == 0 ? 0 : Math.abs(levels[at] - (double) sum[at] / neighbours[at]);
            }
        }
        return Ngtdm.means(List.of(NeighbourhoodGreyToneDifference.ofSums(kernel.toLevels(), n, s)), wanted);
    }
}
