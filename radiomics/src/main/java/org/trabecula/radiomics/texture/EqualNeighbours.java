package org.trabecula.radiomics.texture;

import java.util.List;
import org.trabecula.image.Size;

/// Which adjacent voxels have the same level as a voxel: one bit per direction.
///
/// Bit d of a voxel tells whether its neighbour along [#VOLUME]`[d]` lies in the region with the same level, bit d + 13
/// the same for the neighbour against that direction. Runs, zones and dependences at distance 1 are all read from these
/// bits, so a level image is compared with its neighbours once for the three families.
final class EqualNeighbours {
    /// The 13 directions of distance 1 in three dimensions, by bit.
    static final List<NeighbourStep> VOLUME = NeighbourStep.of(new Size(2, 2, 2), NeighbourStep.ADJACENT, Slicing.NONE);

    /// The bit of the opposite direction is this much higher.
    static final int OPPOSITE = VOLUME.size();

    /// Positions compared at a time: their bits (8 bytes each) and three slices' rows of ranks stay in cache.
    private static final int BLOCK = 4096;

    private final long[] bits;
    private final long allowed;
    private final int[] steps;

    private EqualNeighbours(long[] bits, long allowed, int[] steps) {
        this.bits = bits;
        this.allowed = allowed;
        this.steps = steps;
    }

    /// Compares every voxel of `image` with its 26 neighbours. Allocates one `long` per position of the box.
    static EqualNeighbours of(LevelImage image) {
        int[] ranks = image.ranks();
        int[] inside = image.inside();
        long[] bits = new long[ranks.length];
        int end = inside[inside.length - 1] + 1;
        int[] steps = new int[OPPOSITE];
        long allowed = 0;
        for (int d = 0; d < OPPOSITE; d++) {
            if (fits(VOLUME.get(d), image.size())) {
                steps[d] = image.step(VOLUME.get(d));
                allowed |= 1L << d | 1L << (d + OPPOSITE);
            }
        }
        for (int from = inside[0]; from < end; from += BLOCK) {
            int to = Math.min(end, from + BLOCK);
            for (int d = 0; d < OPPOSITE; d++) {
                if ((allowed >>> d & 1) != 0) {
                    compare(ranks, bits, steps[d], d, from, to);
                    compare(ranks, bits, -steps[d], d + OPPOSITE, from, to);
                }
            }
        }
        return new EqualNeighbours(bits, allowed, steps);
    }

    private static boolean fits(NeighbourStep direction, Size box) {
        return Math.abs(direction.i()) < box.i() && Math.abs(direction.j()) < box.j() && Math.abs(direction.k()) < box.k();
    }

    /// Sets one bit of the positions `from` … `to − 1`.
    ///
    /// Ranks are ≥ 0, so `(a XOR b) − 1` is negative only where a = b and its sign bit is the answer without a branch.
    /// The bits are `long` beside `int` ranks because the JIT then knows that the arrays differ and vectorises the loop.
    private static void compare(int[] ranks, long[] bits, int step, int bit, int from, int to) {
        for (int at = from; at < to; at++) {
            bits[at] |= (((long) ((ranks[at] ^ ranks[at + step]) - 1)) >>> 63) << bit;
        }
    }

    /// The bits of the directions that stay inside the slices of `slicing`, and of their opposites.
    long allowed(Slicing slicing) {
        long mask = 0;
        for (int d = 0; d < OPPOSITE; d++) {
            mask |= VOLUME.get(d).staysInside(slicing) ? 1L << d | 1L << (d + OPPOSITE) : 0;
        }
        return mask & allowed;
    }

    /// Bits by position in [LevelImage#ranks]; meaningful inside the region only.
    long[] bits() {
        return bits;
    }

    /// Steps in [LevelImage#ranks] by bit, the first 13; an opposite bit goes the same step back.
    int[] steps() {
        return steps;
    }
}
