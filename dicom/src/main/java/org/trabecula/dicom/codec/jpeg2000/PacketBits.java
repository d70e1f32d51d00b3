package org.trabecula.dicom.codec.jpeg2000;

import org.trabecula.dicom.pixel.DamagedFrameException;

/// The bits of a packet header: behind a byte `FF` one zero bit is stuffed (ITU-T T.800, B.10.1).
final class PacketBits {
    private final byte[] bytes;
    private int at;
    private int current;
    private int left;

    PacketBits(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    int bit() throws DamagedFrameException {
        if (left == 0) {
            if (at >= bytes.length) {
                throw new DamagedFrameException("a JPEG 2000 tile that ends inside a packet header, at byte " + at);
            }
            left = current == 0xff ? 7 : 8;
            current = bytes[at++] & 0xff;
        }
        left--;
        return current >> left & 1;
    }

    int bits(int count) throws DamagedFrameException {
        int value = 0;
        for (int n = 0; n < count; n++) {
            value = value << 1 | bit();
        }
        return value;
    }

    /// Ends the header: where the next byte behind it is. A last byte `FF` is followed by one of stuffing.
    int end() {
        return current == 0xff ? Math.min(at + 1, bytes.length) : at;
    }
}
