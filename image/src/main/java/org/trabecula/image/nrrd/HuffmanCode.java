package org.trabecula.image.nrrd;

import java.io.IOException;
import org.trabecula.image.stored.DamagedDataException;

/// A canonical Huffman code, as bzip2 stores it: lengths only.
final class HuffmanCode {
    private static final int LONGEST_CODE = 20;

    private final int[] byCode;
    private final int[] firstCode = new int[LONGEST_CODE + 2];
    private final int[] firstIndex = new int[LONGEST_CODE + 2];
    private final int[] count = new int[LONGEST_CODE + 2];

    /// @param lengths bits of each symbol's code, 1 to 20
    HuffmanCode(int[] lengths) {
        byCode = new int[lengths.length];
        for (int length : lengths) {
            count[length]++;
        }
        int code = 0;
        int index = 0;
        for (int length = 1; length <= LONGEST_CODE; length++) {
            firstCode[length] = code;
            firstIndex[length] = index;
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == length) {
                    byCode[index++] = symbol;
                }
            }
            code = (code + count[length]) << 1;
        }
    }

    /// The next symbol.
    int decode(BitInput bits) throws IOException {
        int code = 0;
        for (int length = 1; length <= LONGEST_CODE; length++) {
            code = code << 1 | bits.read(1);
            int place = code - firstCode[length];
            if (place < count[length]) {
                if (place < 0) {
                    break;
                }
                return byCode[firstIndex[length] + place];
            }
        }
        throw new DamagedDataException("a bzip2 code that stands for nothing");
    }
}
