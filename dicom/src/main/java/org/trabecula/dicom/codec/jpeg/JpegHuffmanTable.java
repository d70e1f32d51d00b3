package org.trabecula.dicom.codec.jpeg;

import org.trabecula.dicom.codec.codestream.ByteReader;
import org.trabecula.dicom.pixel.DamagedFrameException;

/// A Huffman table (ITU-T T.81, annex C and F.2.2.3): codes of up to 16 bits in order of length.
final class JpegHuffmanTable {
    private static final int LONGEST = 16;
    private static final int QUICK = 9;

    private final int[] lastCode = new int[LONGEST + 1];
    private final int[] firstIndex = new int[LONGEST + 1];
    private final int[] firstCode = new int[LONGEST + 1];
    private final int[] values;
    /// For the next nine bits: the value, and the code's length above bit 8; 0 where the code is longer.
    private final short[] quick = new short[1 << QUICK];

    private JpegHuffmanTable(int[] counts, int[] values) throws DamagedFrameException {
        this.values = values;
        int code = 0;
        int index = 0;
        for (int length = 1; length <= LONGEST; length++) {
            firstCode[length] = code;
            firstIndex[length] = index;
            lastCode[length] = code + counts[length] - 1;
            if (code + counts[length] > 1 << length) {
                throw new DamagedFrameException("a Huffman table with more codes of " + length + " bits than there are");
            }
            for (int n = 0; n < counts[length] && length <= QUICK; n++) {
                int from = code + n << QUICK - length;
                java.util.Arrays.fill(quick, from, from + (1 << QUICK - length), (short) (length << 8 | values[index + n]));
            }
            code = code + counts[length] << 1;
            index += counts[length];
        }
    }

    /// Reads one table behind its class and number.
    static JpegHuffmanTable read(ByteReader in) throws DamagedFrameException {
        int[] counts = new int[LONGEST + 1];
        int total = 0;
        for (int length = 1; length <= LONGEST; length++) {
            counts[length] = in.u8();
            total += counts[length];
        }
        if (total > 256) {
            throw new DamagedFrameException("a Huffman table of " + total + " codes");
        }
        int[] values = new int[total];
        for (int n = 0; n < total; n++) {
            values[n] = in.u8();
        }
        return new JpegHuffmanTable(counts, values);
    }

    int decode(EntropyBits bits) throws DamagedFrameException {
        int ahead = bits.peek16();
        int hit = quick[ahead >>> LONGEST - QUICK];
        if (hit != 0) {
            bits.use(hit >> 8);
            return hit & 0xff;
        }
        for (int length = QUICK + 1; length <= LONGEST; length++) {
            int code = ahead >>> LONGEST - length;
            if (code <= lastCode[length]) {
                bits.use(length);
                return values[firstIndex[length] + code - firstCode[length]];
            }
        }
        throw new DamagedFrameException("bits that are no code of their Huffman table");
    }

    /// Reads a difference of `size` bits, 0 … 15: the upper half of its range is positive (T.81, F.12, "EXTEND").
    static int difference(EntropyBits bits, int size) throws DamagedFrameException {
        if (size == 0) {
            return 0;
        }
        int value = bits.read(size);
        return value < 1 << size - 1 ? value - (1 << size) + 1 : value;
    }
}
