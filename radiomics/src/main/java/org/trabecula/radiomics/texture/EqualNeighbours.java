package org.trabecula.radiomics.texture;

import java.util.Arrays;
import java.util.List;
import org.trabecula.image.Size;
import org.trabecula.radiomics.settings.Slicing;

/// Which adjacent voxels have the same level as a voxel, and how many.
///
/// Bit d of a voxel's word tells whether the neighbour against [#VOLUME]`[d]`, which comes earlier in memory, lies in the region
/// with the same level; above these bits stands how many of all neighbours, earlier and later, do. Zones are joined along the bits and
/// dependences at distance 1 are the numbers, so a level image is compared with its neighbours once for the two families.
final class EqualNeighbours {
    /// The 13 directions of distance 1 in three dimensions, by bit.
    static final List<NeighbourStep> VOLUME = NeighbourStep.of(new Size(2, 2, 2), NeighbourStep.ADJACENT, Slicing.NONE);

    /// How many directions there are.
    static final int DIRECTIONS = VOLUME.size();

    private static final int COUNT_SHIFT = 16;
    private static final int BYTE = 0xff;

    /// Positions compared at a time: the three blocks of scratch stay in the first-level cache.
    private static final int BLOCK = 2048;

    private final Slicing slicing;
    private final int[] words;
    private final int[] steps;

    private EqualNeighbours(Slicing slicing, int[] words, int[] steps) {
        this.slicing = slicing;
        this.words = words;
        this.steps = steps;
    }

    /// Compares every voxel of `image` with its 26 neighbours, or those in its slice. Allocates one `int` per position of the box.
    static EqualNeighbours of(LevelImage image, Slicing slicing) {
        int[] ranks = image.ranks();
        int[] inside = image.inside();
        int[] words = new int[ranks.length];
        int[] steps = new int[DIRECTIONS];
        Arrays.setAll(steps, d -> image.step(VOLUME.get(d)));
        boolean[] compared = new boolean[DIRECTIONS];
        for (int d = 0; d < DIRECTIONS; d++) {
            compared[d] = VOLUME.get(d).fitsInto(image.size()) && VOLUME.get(d).staysInside(slicing);
        }
        if (image.presentLevels() <= RankBytes.MOST) {
            compareBytes(new RankBytes(ranks, inside), steps, compared, words);
        } else {
            compareInts(ranks, inside, steps, compared, words);
        }
        return new EqualNeighbours(slicing, words, steps);
    }

    /// Eight voxels at a time; blocks in which none lies inside are passed over.
    private static void compareBytes(RankBytes ranks, int[] steps, boolean[] compared, int[] words) {
        for (int at = ranks.first(); at < ranks.end(); at += RankBytes.AT_A_TIME) {
            long own = ranks.at(at);
            if (own == 0) {
                continue;
            }
            long counts = 0;
            long low = 0; // directions 0 to 7
            long high = 0;
            for (int d = 0; d < DIRECTIONS; d++) {
                if (compared[d]) {
                    long earlier = RankBytes.equal(own, ranks.at(at - steps[d]));
                    counts += earlier + RankBytes.equal(own, ranks.at(at + steps[d]));
                    if (d < Byte.SIZE) {
                        low |= earlier << d;
                    } else {
                        high |= earlier << d - Byte.SIZE;
                    }
                }
            }
            int last = Math.min(at + RankBytes.AT_A_TIME, ranks.end());
            for (int voxel = at, bits = 0; voxel < last; voxel++, bits += Byte.SIZE) {
                words[voxel] = (int) (counts >>> bits & BYTE) << COUNT_SHIFT
                        | (int) (high >>> bits & BYTE) << Byte.SIZE
                        | (int) (low >>> bits & BYTE);
            }
        }
    }

    private static void compareInts(int[] ranks, int[] inside, int[] steps, boolean[] compared, int[] words) {
        int end = inside[inside.length - 1] + 1;
        int block = Math.min(end - inside[0], BLOCK);
        int[] own = new int[block];
        int[] other = new int[block];
        int[] word = new int[block];
        for (int from = inside[0]; from < end; from += block) {
            int count = Math.min(end - from, block);
            System.arraycopy(ranks, from, own, 0, count);
            Arrays.fill(word, 0);
            for (int d = 0; d < DIRECTIONS; d++) {
                if (compared[d]) {
                    System.arraycopy(ranks, from - steps[d], other, 0, count);
                    addWhereEqual(own, other, 1 << COUNT_SHIFT | 1 << d, word, count);
                    System.arraycopy(ranks, from + steps[d], other, 0, count);
                    addWhereEqual(own, other, 1 << COUNT_SHIFT, word, count);
                }
            }
            System.arraycopy(word, 0, words, from, count);
        }
    }

    /// Ranks are ≥ 0, so `(a XOR b) − 1` is negative only where a = b, and its sign tells so without a branch. The JIT turns loops
    /// over arrays with one common index into vectors, whichever of the arrays are the same; hence the copies.
    private static void addWhereEqual(int[] own, int[] other, int value, int[] word, int count) {
        for (int n = 0; n < count; n++) {
            word[n] += (own[n] ^ other[n]) - 1 >> Integer.SIZE - 1 & value;
        }
    }

    /// The slices in which neighbours were looked for.
    Slicing slicing() {
        return slicing;
    }

    /// The directions, by bit, against which the neighbour of a voxel inside the region is equal.
    int earlier(int voxel) {
        return words[voxel] & (1 << DIRECTIONS) - 1;
    }

    /// How many neighbours of a voxel inside the region are equal.
    int count(int voxel) {
        return words[voxel] >>> COUNT_SHIFT;
    }

    /// Steps in [LevelImage#ranks] by bit.
    int[] steps() {
        return steps;
    }
}
