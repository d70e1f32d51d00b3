package org.trabecula.dicom.codec.jpeg2000;

import org.trabecula.dicom.pixel.DamagedFrameException;

/// A tree of least values over a lattice, of which packets tell a little more each time (ITU-T T.800, B.10.2).
final class TagTree {
    private final int[] firstOfLevel;
    private final int[] widthOfLevel;
    private final int[] low;
    private final boolean[] known;

    /// Allocates about 4/3 of `width · height` nodes.
    TagTree(int width, int height) {
        int levels = 1;
        int nodes = width * height;
        for (int w = width, h = height; w > 1 || h > 1; levels++) {
            w = w + 1 >> 1;
            h = h + 1 >> 1;
            nodes += w * h;
        }
        firstOfLevel = new int[levels];
        widthOfLevel = new int[levels];
        int first = 0;
        int w = width;
        int h = height;
        for (int level = 0; level < levels; level++) {
            firstOfLevel[level] = first;
            widthOfLevel[level] = w;
            first += w * h;
            w = w + 1 >> 1;
            h = h + 1 >> 1;
        }
        low = new int[nodes];
        known = new boolean[nodes];
    }

    /// Reads until it is known whether the value at (x, y) is below `threshold`.
    boolean isBelow(int x, int y, int threshold, PacketBits bits) throws DamagedFrameException {
        int least = 0;
        int node = 0;
        for (int level = firstOfLevel.length - 1; level >= 0; level--) {
            node = firstOfLevel[level] + (y >> level) * widthOfLevel[level] + (x >> level);
            if (low[node] < least) {
                low[node] = least;
            }
            while (!known[node] && low[node] < threshold) {
                if (bits.bit() == 1) {
                    known[node] = true;
                } else {
                    low[node]++;
                }
            }
            least = low[node];
        }
        return known[node] && low[node] < threshold;
    }

    /// Reads the value at (x, y), which may be at most `most`.
    int value(int x, int y, int most, PacketBits bits) throws DamagedFrameException {
        if (!isBelow(x, y, most + 1, bits)) {
            throw new DamagedFrameException("a JPEG 2000 code block with more than " + most + " empty bit planes");
        }
        return low[firstOfLevel[0] + y * widthOfLevel[0] + x];
    }
}
