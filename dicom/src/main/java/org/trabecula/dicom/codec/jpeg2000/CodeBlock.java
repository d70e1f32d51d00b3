package org.trabecula.dicom.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/// A code block: where its coefficients go, and the bytes that packets have handed to it.
final class CodeBlock {
    private static final int FIRST_LENGTH_BITS = 3;

    final int column;
    final int row;
    final int width;
    final int height;
    final List<Segment> segments = new ArrayList<>(1);
    boolean included;
    int lengthBits = FIRST_LENGTH_BITS;
    int passes;
    /// Bit planes that hold something; known once the block is included.
    int planes;

    /// @param column of its first coefficient in the tile's array
    /// @param row    likewise
    CodeBlock(int column, int row, int width, int height) {
        this.column = column;
        this.row = row;
        this.width = width;
        this.height = height;
    }

    /// Coding passes that end together: one codeword, whose bytes may come in several packets.
    static final class Segment {
        final int mostPasses;
        int passes;
        int length;
        private int[] ranges = new int[2];
        private int count;

        Segment(int mostPasses) {
            this.mostPasses = mostPasses;
        }

        void add(int offset, int bytes) {
            if (count == ranges.length) {
                ranges = java.util.Arrays.copyOf(ranges, 2 * count);
            }
            ranges[count++] = offset;
            ranges[count++] = bytes;
            length += bytes;
        }

        /// Copies the codeword from the tile's bytes to the front of `into`.
        void copy(byte[] packets, byte[] into) {
            int at = 0;
            for (int n = 0; n < count; n += 2) {
                System.arraycopy(packets, ranges[n], into, at, ranges[n + 1]);
                at += ranges[n + 1];
            }
        }
    }
}
