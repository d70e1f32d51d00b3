package org.trabecula.radiomics.voxelwise;

import java.util.Arrays;
import java.util.List;
import org.trabecula.core.Parallel;
import org.trabecula.radiomics.texture.KernelPairs;
import org.trabecula.radiomics.texture.NeighbourStep;

/// Along which directions a kernel holds no two voxels that are neighbours: there its co-occurrence matrix is empty.
///
/// PyRadiomics computes kernels in batches. It drops the directions that are empty in every kernel of a batch, and carries NaN for the
/// other empty ones. All features but two leave NaN out of the mean over directions:
///
/// - `JointAverage` takes it in: it is NaN where a direction that was not dropped is empty.
/// - `MCC` asks for the eigenvalues of all matrices of a batch at once, which fails when one of them holds NaN: then no voxel of the
///   batch gets a value, and the map keeps its initial one.
///
/// Source: PyRadiomics `glcm.py`, `_calculateMatrix`, `getJointAverageFeatureValue`, `getMCCFeatureValue`.
final class PairlessDirections {
    private static final int CHUNK = 4096;

    private final boolean[] broken;
    private final boolean[] failed;

    private PairlessDirections(boolean[] broken, boolean[] failed) {
        this.broken = broken;
        this.failed = failed;
    }

    /// @param centres    of the kernels, entries of `levels`
    /// @param levels     with margin; 0 where kernels see nothing
    /// @param directions of the map
    /// @param added      whether the directions are added into one matrix
    /// @param batch      kernels a batch; at least 1
    static PairlessDirections of(
            int[] centres, int[] levels, KernelWindow window, List<NeighbourStep> directions, boolean added, int batch, int jobs) {
        long[][] empty = new long[centres.length][];
        KernelPairs pairs = new KernelPairs(window.size(), directions);
        int chunks = Math.ceilDiv(centres.length, CHUNK);
        Parallel.forEach(chunks, jobs, chunk -> {
            int[] kernel = new int[window.voxels()];
            for (int n = chunk * CHUNK; n < Math.min(centres.length, (chunk + 1) * CHUNK); n++) {
                window.copy(levels, centres[n], kernel);
                empty[n] = empty(kernel, pairs, added);
            }
        });
        boolean[] broken = new boolean[centres.length];
        boolean[] failed = new boolean[centres.length];
        for (int from = 0; from < centres.length; from += Math.min(batch, centres.length - from)) {
            int to = from + Math.min(batch, centres.length - from);
            long[] dropped = added || directions.size() == 1 ? new long[1] : inAll(empty, from, to);
            boolean any = false;
            for (int n = from; n < to; n++) {
                broken[n] = holdsMore(empty[n], dropped);
                any |= broken[n];
            }
            Arrays.fill(failed, from, to, any);
        }
        return new PairlessDirections(broken, failed);
    }

    /// Whether the nth kernel carries NaN.
    boolean broken(int n) {
        return broken[n];
    }

    /// Whether a kernel of the nth kernel's batch carries NaN.
    boolean failed(int n) {
        return failed[n];
    }

    /// One bit a direction, set where there is no pair; one bit for all where they are added.
    private static long[] empty(int[] kernel, KernelPairs pairs, boolean added) {
        long[] bits = new long[Math.ceilDiv(pairs.directions(), Long.SIZE)];
        int empty = 0;
        for (int d = 0; d < pairs.directions(); d++) {
            if (!pairs.holdsPair(kernel, d)) {
                bits[d / Long.SIZE] |= 1L << d;
                empty++;
            }
        }
        return added ? new long[] {empty == pairs.directions() ? 1 : 0} : bits;
    }

    private static long[] inAll(long[][] bits, int from, int to) {
        long[] all = bits[from].clone();
        for (int n = from + 1; n < to; n++) {
            for (int word = 0; word < all.length; word++) {
                all[word] &= bits[n][word];
            }
        }
        return all;
    }

    private static boolean holdsMore(long[] bits, long[] dropped) {
        for (int word = 0; word < bits.length; word++) {
            if ((bits[word] & ~(word < dropped.length ? dropped[word] : 0)) != 0) {
                return true;
            }
        }
        return false;
    }
}
