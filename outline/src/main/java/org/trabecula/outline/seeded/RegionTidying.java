package org.trabecula.outline.seeded;

import java.util.Arrays;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.outline.distance.EuclideanDistance;

/// What makes a proposal one solid piece: the largest piece kept, holes filled, thin bridges and clefts smoothed away.
final class RegionTidying {
    private RegionTidying() {}

    /// The largest set of voxels that hang together over faces; of several equally large ones, the one whose first voxel comes
    /// first in memory. Without any voxel, nothing.
    static boolean[] largestPiece(boolean[] inside, Size size) {
        int[] piece = pieces(inside, size);
        int[] voxels = new int[inside.length + 1];
        int largest = 0;
        for (int number : piece) {
            if (number > 0) {
                voxels[number]++;
            }
        }
        for (int number = 1; number < voxels.length && voxels[number] > 0; number++) {
            if (voxels[number] > voxels[largest]) {
                largest = number;
            }
        }
        boolean[] kept = new boolean[inside.length];
        for (int at = 0; at < kept.length; at++) {
            kept[at] = largest > 0 && piece[at] == largest;
        }
        return kept;
    }

    /// The region and everything that it encloses: what has no way over faces to the block's border.
    static boolean[] holesFilled(boolean[] inside, Size size) {
        boolean[] outside = new boolean[inside.length];
        for (int at = 0; at < inside.length; at++) {
            outside[at] = !inside[at];
        }
        int[] piece = pieces(outside, size);
        boolean[] reachesBorder = new boolean[inside.length + 1];
        for (int at = 0; at < inside.length; at++) {
            int i = at % size.i();
            int j = at / size.i() % size.j();
            int k = at / (size.i() * size.j());
            boolean border =
                    i == 0 || j == 0 || k == 0 || i == size.i() - 1 || j == size.j() - 1 || k == size.k() - 1;
            reachesBorder[piece[at]] |= border;
        }
        boolean[] filled = new boolean[inside.length];
        for (int at = 0; at < inside.length; at++) {
            filled[at] = inside[at] || !reachesBorder[piece[at]];
        }
        return filled;
    }

    /// Opening by a ball: what a ball of this radius inside of the region covers.
    static boolean[] opened(boolean[] inside, Size size, Spacing spacing, double radiusMm) {
        return not(closed(not(inside), size, spacing, radiusMm));
    }

    /// Closing by a ball: what no ball of this radius outside of the region covers.
    static boolean[] closed(boolean[] inside, Size size, Spacing spacing, double radiusMm) {
        double limit = radiusMm * radiusMm;
        boolean[] far = beyond(EuclideanDistance.squaredMm2(inside, size, spacing), limit);
        return beyond(EuclideanDistance.squaredMm2(far, size, spacing), limit);
    }

    private static boolean[] beyond(double[] squaredMm2, double limit) {
        boolean[] beyond = new boolean[squaredMm2.length];
        for (int at = 0; at < beyond.length; at++) {
            beyond[at] = squaredMm2[at] > limit;
        }
        return beyond;
    }

    private static boolean[] not(boolean[] flags) {
        boolean[] opposite = new boolean[flags.length];
        for (int at = 0; at < flags.length; at++) {
            opposite[at] = !flags[at];
        }
        return opposite;
    }

    /// Numbers from 1 for the pieces in the order of their first voxels, 0 for voxels that are not set.
    private static int[] pieces(boolean[] set, Size size) {
        int[] piece = new int[set.length];
        int[] waiting = new int[256];
        int width = size.i();
        int layer = size.i() * size.j();
        int number = 0;
        for (int start = 0; start < set.length; start++) {
            if (!set[start] || piece[start] != 0) {
                continue;
            }
            piece[start] = ++number;
            int count = 0;
            waiting[count++] = start;
            while (count > 0) {
                int at = waiting[--count];
                if (count + 6 > waiting.length) {
                    waiting = Arrays.copyOf(waiting, 2 * waiting.length);
                }
                int i = at % width;
                int j = at / width % size.j();
                int k = at / layer;
                count = join(i > 0, at - 1, set, piece, number, waiting, count);
                count = join(i + 1 < width, at + 1, set, piece, number, waiting, count);
                count = join(j > 0, at - width, set, piece, number, waiting, count);
                count = join(j + 1 < size.j(), at + width, set, piece, number, waiting, count);
                count = join(k > 0, at - layer, set, piece, number, waiting, count);
                count = join(k + 1 < size.k(), at + layer, set, piece, number, waiting, count);
            }
        }
        return piece;
    }

    private static int join(boolean exists, int at, boolean[] set, int[] piece, int number, int[] waiting, int count) {
        if (!exists || !set[at] || piece[at] != 0) {
            return count;
        }
        piece[at] = number;
        waiting[count] = at;
        return count + 1;
    }
}
