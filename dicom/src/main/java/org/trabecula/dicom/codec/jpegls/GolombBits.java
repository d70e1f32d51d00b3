package org.trabecula.dicom.codec.jpegls;

import org.trabecula.dicom.pixel.DamagedFrameException;

/// The bits of a JPEG-LS scan: behind a byte `FF` one zero bit is stuffed, `FF` before a byte of 80 or more ends them
/// (ITU-T T.87, A.1 and C.1).
///
/// Behind the end, zeros can be looked at, but none of them can be used.
final class GolombBits {
    private final byte[] bytes;
    private int at;
    private boolean afterFf;
    private long buffer;
    private int held;
    private int madeUp;

    GolombBits(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    int bit() throws DamagedFrameException {
        if (held < 1) {
            fill();
        }
        int bit = (int) (buffer >>> held - 1) & 1;
        use(1);
        return bit;
    }

    /// A number of `count` bits, 0 … 25.
    int read(int count) throws DamagedFrameException {
        if (held < count) {
            fill();
        }
        int value = (int) (buffer >>> held - count & (1L << count) - 1);
        use(count);
        return value;
    }

    /// Counts zeros up to the next one, and takes both.
    ///
    /// @param most more zeros than this are refused
    int zeros(int most) throws DamagedFrameException {
        int zeros = 0;
        while (true) {
            if (held < 1) {
                fill();
            }
            long aligned = buffer << 64 - held;
            int run = Math.min(Long.numberOfLeadingZeros(aligned), held);
            zeros += run;
            if (zeros > most) {
                throw new DamagedFrameException("a code of more than " + most + " zeros");
            }
            if (run < held) {
                use(run + 1);
                return zeros;
            }
            use(run);
        }
    }

    private void use(int count) throws DamagedFrameException {
        held -= count;
        if (held < madeUp) {
            throw new DamagedFrameException("coded data that end at byte " + at + ", before the last sample");
        }
    }

    private void fill() {
        while (held <= 48) {
            int next = madeUp == 0 && at < bytes.length ? bytes[at] & 0xff : -1;
            boolean marker = next == 0xff && (at + 1 >= bytes.length || (bytes[at + 1] & 0x80) != 0);
            if (next < 0 || marker) {
                madeUp += 8;
                buffer <<= 8;
                held += 8;
            } else {
                int width = afterFf ? 7 : 8; // the bit that is left out was found 0 when FF was taken for a byte
                buffer = buffer << width | next;
                held += width;
                afterFf = next == 0xff;
                at++;
            }
        }
    }

    /// Refuses data that go on after the last sample: then the samples were not those that were coded. Up to seven bits fill
    /// the last byte; bytes of zeros or ones behind it are harmless.
    void mustBeAtEnd() throws DamagedFrameException {
        fill();
        int left = held - madeUp;
        if (left < 8 && madeUp > 0) {
            return;
        }
        long rest = buffer >>> madeUp & (1L << left) - 1;
        if (madeUp == 0 || rest != 0 && rest != (1L << left) - 1) {
            throw new DamagedFrameException("coded data that go on after the last sample, at byte " + (at - (left >> 3)));
        }
    }
}
