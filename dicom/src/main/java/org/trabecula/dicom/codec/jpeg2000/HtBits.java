package org.trabecula.dicom.codec.jpeg2000;

/// The three bit streams of a high-throughput cleanup pass (ITU-T T.814, 7.1): signs and magnitudes from the front, codewords from
/// the back, and a run-length coder between them. The first bit is the lowest of a byte, but for the run-length coder.
final class HtBits {
    private static final int[] RUN_BITS = {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5};

    private byte[] bytes = new byte[0];
    // signs and magnitudes
    private int frontAt;
    private int frontEnd;
    private long front;
    private int frontHeld;
    private boolean frontStuffed;
    // codewords
    private int backAt;
    private long back;
    private int backHeld;
    private boolean backStuffed;
    // run lengths
    private int runAt;
    private int runEnd;
    private int runByte;
    private int runLeft;
    private int state;
    private int zeros;
    private boolean oneFollows;

    /// Starts a pass of `length` bytes, of which the last `suffix` hold run lengths and codewords; each at least 2.
    void start(byte[] codeword, int length, int suffix) {
        bytes = codeword;
        frontAt = 0;
        frontEnd = length - suffix;
        front = 0;
        frontHeld = 0;
        frontStuffed = false;
        int last = bytes[length - 2] & 0xff;
        back = last >> 4;
        backHeld = (back & 7) == 7 ? 3 : 4;
        back &= (1 << backHeld) - 1;
        backStuffed = (last | 0xf) > 0x8f;
        backAt = length - 3;
        runAt = frontEnd;
        runEnd = length - 1;
        runByte = 0;
        runLeft = 0;
        state = 0;
        zeros = 0;
        oneFollows = false;
    }

    /// Signs and magnitudes: `count` bits, at most 32; ones behind the end.
    long magnitude(int count) {
        while (frontHeld < count) {
            int next = frontAt < frontEnd ? bytes[frontAt++] & 0xff : 0xff;
            int width = frontStuffed ? 7 : 8;
            front |= (long) (next & (1 << width) - 1) << frontHeld;
            frontHeld += width;
            frontStuffed = next == 0xff;
        }
        long value = front & (1L << count) - 1;
        front >>>= count;
        frontHeld -= count;
        return value;
    }

    /// The next bits of the codewords, seven at least; zeros behind the end.
    int peek() {
        while (backHeld < HtCodewords.LONGEST) {
            int next = backAt >= frontEnd ? bytes[backAt--] & 0xff : 0;
            boolean stuffed = backStuffed && (next & 0x7f) == 0x7f;
            back |= (long) (stuffed ? 0x7f : next) << backHeld;
            backHeld += stuffed ? 7 : 8;
            backStuffed = next > 0x8f;
        }
        return (int) back & 0x7f;
    }

    /// Takes `count` bits of the codewords, at most 7.
    int take(int count) {
        int value = peek() & (1 << count) - 1;
        back >>>= count;
        backHeld -= count;
        return value;
    }

    /// The next event of the run-length coder.
    boolean event() {
        if (zeros == 0 && !oneFollows) {
            int width = RUN_BITS[state];
            if (runBit() == 1) {
                zeros = 1 << width;
                state = Math.min(state + 1, RUN_BITS.length - 1);
            } else {
                for (int n = 0; n < width; n++) {
                    zeros = zeros << 1 | runBit();
                }
                state = Math.max(state - 1, 0);
                oneFollows = true;
            }
        }
        if (zeros > 0) {
            zeros--;
            return false;
        }
        oneFollows = false;
        return true;
    }

    private int runBit() {
        if (runLeft == 0) {
            runLeft = runByte == 0xff ? 7 : 8;
            runByte = runAt < runEnd ? bytes[runAt] & 0xff | (runAt == runEnd - 1 ? 0xf : 0) : 0xff;
            runAt++;
        }
        runLeft--;
        return runByte >> runLeft & 1;
    }
}
