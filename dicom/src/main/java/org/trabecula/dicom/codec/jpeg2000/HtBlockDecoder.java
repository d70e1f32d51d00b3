package org.trabecula.dicom.codec.jpeg2000;

import java.util.Arrays;
import org.trabecula.dicom.pixel.DamagedFrameException;

/// Decodes code blocks of the high-throughput coder (ITU-T T.814): a cleanup pass, quad by quad of four coefficients, and the
/// refinement passes that may follow.
///
/// Magnitudes carry one bit of fraction, as those of [BlockDecoder]. Several cleanup passes for one block are refused.
final class HtBlockDecoder {
    private static final int LARGEST_SUFFIX = 4079;
    private static final int OFFSET = 8;
    private static final int SIGNIFICANT = 4;
    private static final int ONE = 8;
    private static final int KNOWN = 12;

    private final HtBits bits = new HtBits();
    private final HtRefinement refinement;
    private int[] values = new int[0];
    private byte[] codeword = new byte[0];
    /// Bit lengths of 2μ − 1 in the last row decoded, one place more before it and two behind; 0 where not significant.
    private int[] above = new int[0];
    private int[] lower = new int[0];
    private final int[] quads = new int[2];
    private final int[] u = new int[2];
    private int width;
    private int height;
    private int planes;
    private int longest;

    /// @param causal whether blocks are stripe causal
    HtBlockDecoder(boolean causal) {
        refinement = new HtRefinement(causal);
    }

    /// Decodes one block; the array is valid until the next call, row by row, twice the coefficients.
    int[] decode(CodeBlock block, CodedBand band, byte[] packets) throws DamagedFrameException {
        if (block.passes > 3) {
            throw new DamagedFrameException("HTJ2K with " + block.passes + " passes of one code block, of which 3 are read");
        }
        width = block.width;
        height = block.height;
        planes = block.planes;
        longest = band.planes() - planes + 2;
        int length = block.segments.getFirst().length;
        if (codeword.length < length) {
            codeword = new byte[length];
        }
        block.segments.getFirst().copy(packets, codeword);
        int suffix = length < 2 ? 0 : (codeword[length - 1] & 0xff) << 4 | codeword[length - 2] & 0xf;
        if (suffix < 2 || suffix > Math.min(length, LARGEST_SUFFIX)) {
            throw new DamagedFrameException("an HTJ2K code block of " + length + " bytes, " + suffix + " of them codewords");
        }
        bits.start(codeword, length, suffix);
        if (values.length < width * height) {
            values = new int[width * height];
        }
        Arrays.fill(values, 0, width * height, 0);
        if (above.length < width + 4) {
            above = new int[width + 4];
            lower = new int[width + 4];
        }
        Arrays.fill(above, 0);
        for (int y = 0; y < height; y += 2) {
            Arrays.fill(lower, 0);
            decodeRows(y);
            int[] done = lower;
            lower = above;
            above = done;
        }
        if (block.passes > 1) {
            refine(block, packets);
        }
        return values;
    }

    private void refine(CodeBlock block, byte[] packets) {
        CodeBlock.Segment segment = block.segments.getLast();
        if (codeword.length < segment.length) {
            codeword = new byte[segment.length];
        }
        segment.copy(packets, codeword);
        refinement.refine(values, width, height, codeword, segment.length, planes, block.passes == 3);
    }

    private void decodeRows(int y) throws DamagedFrameException {
        boolean first = y == 0;
        char[] table = HtCodewords.of(first);
        int left = 0; // significance of the quad before
        for (int x = 0; x < width; x += 4) {
            quads[1] = 0;
            for (int q = 0; q < 2 && x + 2 * q < width; q++) {
                int context = first ? left >> 1 | left & 1 : context(x + 2 * q, left);
                quads[q] = context == 0 && !bits.event() ? 0 : codeword(table, context);
                left = quads[q] >> SIGNIFICANT & 0xf;
            }
            readExponents(first);
            for (int q = 0; q < 2; q++) {
                readQuad(x + 2 * q, y, quads[q], u[q] + raised(x + 2 * q, quads[q]));
            }
        }
    }

    /// What is significant around a quad below the first row: above to the left, left, above to the right.
    private int context(int x, int left) {
        return ((above[x] | above[x + 1]) != 0 ? 1 : 0) | ((left & 0xc) != 0 ? 2 : 0) | ((above[x + 2] | above[x + 3]) != 0 ? 4 : 0);
    }

    private int codeword(char[] table, int context) throws DamagedFrameException {
        int quad = table[context << HtCodewords.LONGEST | bits.peek()];
        if (quad == 0) {
            throw new DamagedFrameException("bits that are no codeword of an HTJ2K quad");
        }
        bits.take(quad & 7);
        return quad;
    }

    /// By how much more than 1 the exponent of a quad with several significant coefficients is expected, from those above; in the
    /// first row nothing is above.
    private int raised(int x, int quad) {
        if (Integer.bitCount(quad >> SIGNIFICANT & 0xf) < 2) {
            return 1;
        }
        return Math.max(1, Math.max(Math.max(above[x], above[x + 1]), Math.max(above[x + 2], above[x + 3])) - 1);
    }

    /// Reads u of two quads (T.814, 7.3.6): prefixes first, then what follows them.
    private void readExponents(boolean first) throws DamagedFrameException {
        boolean one = (quads[0] & OFFSET) != 0;
        boolean other = (quads[1] & OFFSET) != 0;
        int more = 0;
        boolean brief = false;
        if (first && one && other) {
            more = bits.event() ? 2 : 0;
            brief = more == 0;
        }
        int prefix = one ? prefix() : 0;
        int otherPrefix = !other ? 0 : brief && prefix > 2 ? 1 + bits.take(1) : prefix();
        u[0] = prefix + more + suffix(prefix);
        u[1] = otherPrefix + more + suffix(otherPrefix);
    }

    private int prefix() {
        if (bits.take(1) == 1) {
            return 1;
        }
        if (bits.take(1) == 1) {
            return 2;
        }
        return bits.take(1) == 1 ? 3 : 5;
    }

    private int suffix(int prefix) throws DamagedFrameException {
        if (prefix < 3) {
            return 0;
        }
        if (prefix == 3) {
            return bits.take(1);
        }
        int value = bits.take(5);
        if (value > 27) { // an extension would follow, for more bits than any frame here has
            throw new DamagedFrameException("HTJ2K coefficients of more than 32 bits");
        }
        return value;
    }

    private void readQuad(int x, int y, int quad, int exponent) throws DamagedFrameException {
        int significant = quad >> SIGNIFICANT & 0xf;
        if (significant == 0) {
            return;
        }
        if (exponent > longest) {
            throw new DamagedFrameException("HTJ2K coefficients of " + exponent + " bits where " + longest + " are possible");
        }
        for (int n = 0; n < 4; n++) { // down the left column, then the right
            if ((significant >> n & 1) == 0) {
                continue;
            }
            int column = x + (n >> 1);
            int row = y + (n & 1);
            if (column >= width || row >= height) {
                throw new DamagedFrameException("an HTJ2K coefficient outside its code block");
            }
            int count = exponent - (quad >> KNOWN + n & 1);
            long read = bits.magnitude(count);
            long odd = read | (long) (quad >> ONE + n & 1) << count | 1; // 2μ − 1
            int magnitude = (int) (odd + 2 << planes - 1);
            values[row * width + column] = (read & 1) == 1 ? -magnitude : magnitude;
            if ((n & 1) == 1) {
                lower[column + 1] = 64 - Long.numberOfLeadingZeros(odd);
            }
        }
    }
}
