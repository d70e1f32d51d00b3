package org.trabecula.dicom.codec.jpeg2000;

/// The adaptive binary arithmetic decoder (ITU-T T.800, annex C). Behind a codeword it reads ones, as the standard says.
final class MqDecoder {
    static final int CONTEXTS = 19;
    static final int RUN_LENGTH = 17;
    static final int UNIFORM = 18;

    private static final int[] QE = {
        0x5601, 0x3401, 0x1801, 0x0ac1, 0x0521, 0x0221, 0x5601, 0x5401, 0x4801, 0x3801, 0x3001, 0x2401, 0x1c01, 0x1601, 0x5601,
        0x5401, 0x5101, 0x4801, 0x3801, 0x3401, 0x3001, 0x2801, 0x2401, 0x2201, 0x1c01, 0x1801, 0x1601, 0x1401, 0x1201, 0x1101,
        0x0ac1, 0x09c1, 0x08a1, 0x0521, 0x0441, 0x02a1, 0x0221, 0x0141, 0x0111, 0x0085, 0x0049, 0x0025, 0x0015, 0x0009, 0x0005,
        0x0001, 0x5601
    };
    private static final int[] AFTER_LIKELY = {
        1, 2, 3, 4, 5, 38, 7, 8, 9, 10, 11, 12, 13, 29, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33,
        34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 45, 46
    };
    private static final int[] AFTER_UNLIKELY = {
        1, 6, 9, 12, 29, 33, 6, 14, 14, 14, 17, 18, 20, 21, 14, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
        30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 46
    };
    // the same by 2 · state + likelier bit
    private static final int[] SIZE = new int[2 * QE.length];
    private static final byte[] LIKELY = new byte[2 * QE.length];
    private static final byte[] UNLIKELY = new byte[2 * QE.length];

    static {
        for (int state = 0; state < QE.length; state++) {
            boolean turns = state == 0 || state == 6 || state == 14;
            for (int bit = 0; bit < 2; bit++) {
                SIZE[2 * state + bit] = QE[state];
                LIKELY[2 * state + bit] = (byte) (2 * AFTER_LIKELY[state] + bit);
                UNLIKELY[2 * state + bit] = (byte) (2 * AFTER_UNLIKELY[state] + (turns ? 1 - bit : bit));
            }
        }
    }

    private final byte[] contexts = new byte[CONTEXTS];
    private byte[] bytes = new byte[2];
    private int at;
    private int c;
    private int a;
    private int count;

    /// Puts all contexts into the states of T.800, table D.7.
    void reset() {
        java.util.Arrays.fill(contexts, (byte) 0);
        contexts[0] = 2 * 4;
        contexts[RUN_LENGTH] = 2 * 3;
        contexts[UNIFORM] = 2 * 46;
    }

    /// Starts a codeword; `bytes` must go on with `FF FF` behind it.
    void start(byte[] codeword) {
        bytes = codeword;
        at = 0;
        c = (bytes[0] & 0xff) << 16;
        byteIn();
        c <<= 7;
        count -= 7;
        a = 0x8000;
    }

    int decode(int context) {
        int state = contexts[context];
        int size = SIZE[state];
        a -= size;
        int bit = state & 1;
        if (c >>> 16 < size) {
            if (a < size) {
                contexts[context] = LIKELY[state];
            } else {
                contexts[context] = UNLIKELY[state];
                bit ^= 1;
            }
            a = size;
        } else {
            c -= size << 16;
            if ((a & 0x8000) != 0) {
                return bit;
            }
            if (a < size) {
                contexts[context] = UNLIKELY[state];
                bit ^= 1;
            } else {
                contexts[context] = LIKELY[state];
            }
        }
        do {
            if (count == 0) {
                byteIn();
            }
            a <<= 1;
            c <<= 1;
            count--;
        } while ((a & 0x8000) == 0);
        return bit;
    }

    private void byteIn() {
        int next = bytes[at + 1] & 0xff;
        if (bytes[at] == -1) {
            if (next > 0x8f) {
                c += 0xff00;
                count = 8;
            } else {
                at++;
                c += next << 9;
                count = 7;
            }
        } else {
            at++;
            c += next << 8;
            count = 8;
        }
    }
}
