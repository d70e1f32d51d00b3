package org.trabecula.dicom.codec.jpeg2000;

/// Bits of passes that bypass the arithmetic coder (ITU-T T.800, D.6); behind a byte `FF` one zero bit is stuffed.
final class BareBits {
    private byte[] bytes = new byte[0];
    private int at;
    private int current;
    private int left;

    /// Starts a codeword; `bytes` must go on with `FF FF` behind it.
    void start(byte[] codeword) {
        bytes = codeword;
        at = 0;
        current = 0;
        left = 0;
    }

    int bit() {
        if (left == 0) {
            boolean stuffed = current == 0xff;
            int next = bytes[at] & 0xff;
            if (stuffed && next > 0x8f) {
                current = 0xff; // the end: ones from here on
                left = 8;
            } else {
                current = next;
                at++;
                left = stuffed ? 7 : 8;
            }
        }
        left--;
        return current >> left & 1;
    }
}
