package org.trabecula.image.nrrd;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// A stream read bit by bit, the highest of a byte first.
final class BitInput {
    private final InputStream in;
    private int held;
    private int count;

    BitInput(InputStream in) {
        this.in = in;
    }

    int read(int wanted) throws IOException {
        int value = 0;
        int missing = wanted;
        while (missing > 0) {
            if (count == 0) {
                held = in.read();
                if (held < 0) {
                    throw new EOFException("the bzip2 stream ends early");
                }
                count = 8;
            }
            int taken = Math.min(missing, count);
            value = value << taken | (held >>> (count - taken) & (1 << taken) - 1);
            count -= taken;
            missing -= taken;
        }
        return value;
    }

    int read32() throws IOException {
        return read(16) << 16 | read(16);
    }

    void alignToByte() {
        count = 0;
    }

    int readByteOrEnd() throws IOException {
        return in.read();
    }

    void close() throws IOException {
        in.close();
    }
}
