package org.trabecula.dicom.codec.jpeg;

import org.trabecula.dicom.pixel.DamagedFrameException;

/// The bits of entropy-coded data: `FF 00` stands for a byte `FF`, any other `FF` ends them (ITU-T T.81, F.2.2.5).
///
/// Behind the end, zeros can be looked at, since a code may be shorter than the look ahead, but none of them can be used.
final class EntropyBits {
    private final byte[] bytes;
    private int at;
    private long buffer;
    private int held;
    private int madeUp;

    EntropyBits(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    /// The next 16 bits, not yet used.
    int peek16() {
        if (held < 16) {
            fill();
        }
        return (int) (buffer >>> held - 16) & 0xffff;
    }

    void use(int count) throws DamagedFrameException {
        held -= count;
        if (held < madeUp) {
            throw new DamagedFrameException("coded data that end at byte " + at + ", before the last sample");
        }
    }

    /// A number of `count` bits, 0 … 16.
    int read(int count) throws DamagedFrameException {
        int value = peek16() >>> 16 - count;
        use(count);
        return value;
    }

    private void fill() {
        while (held <= 48) {
            int next = 0;
            if (madeUp == 0 && at < bytes.length && (bytes[at] != -1 || at + 1 < bytes.length && bytes[at + 1] == 0)) {
                next = bytes[at] & 0xff;
                at += next == 0xff ? 2 : 1;
            } else {
                madeUp += 8;
            }
            buffer = buffer << 8 | next;
            held += 8;
        }
    }

    /// Ends an interval: drops what fills its last byte and steps over the restart marker `number`, 0 … 7.
    void restart(int number) throws DamagedFrameException {
        mustBeAtEnd();
        while (at + 1 < bytes.length && bytes[at] == -1 && bytes[at + 1] == -1) {
            at++;
        }
        if (at + 1 >= bytes.length || bytes[at] != -1 || (bytes[at + 1] & 0xff) != 0xd0 + number) {
            throw new DamagedFrameException("no restart marker " + number + " at byte " + at);
        }
        at += 2;
        buffer = 0;
        held = 0;
        madeUp = 0;
    }

    /// Refuses data that go on after the last sample: then the samples were not those that were coded.
    ///
    /// Up to seven bits fill the last byte; a few bytes more of zeros or ones some encoders add.
    void mustBeAtEnd() throws DamagedFrameException {
        fill();
        int left = held - madeUp;
        if (left < 8 && madeUp > 0) {
            return;
        }
        long rest = buffer >>> madeUp & (1L << left) - 1;
        boolean filling = madeUp > 0 && (rest == 0 || rest == (1L << left) - 1);
        if (!filling) {
            throw new DamagedFrameException("coded data that go on after the last sample, at byte " + (at - (left >> 3)));
        }
    }
}
