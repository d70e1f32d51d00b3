package org.trabecula.image.nrrd;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.trabecula.image.stored.DamagedDataException;

/// Bytes written as pairs of hexadecimal digits, white space anywhere between pairs.
final class HexInputStream extends InputStream {
    private final InputStream text;

    HexInputStream(InputStream text) {
        this.text = new BufferedInputStream(text, 1 << 16);
    }

    @Override
    public int read() throws IOException {
        int high = digit(true);
        return high < 0 ? -1 : high << 4 | digit(false);
    }

    /// Our own loop: the inherited one swallows what goes wrong behind the first byte.
    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int done = 0;
        while (done < length) {
            int value = read();
            if (value < 0) {
                break;
            }
            into[from + done++] = (byte) value;
        }
        return done == 0 && length > 0 ? -1 : done;
    }

    private int digit(boolean first) throws IOException {
        int c = text.read();
        while (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            c = text.read();
        }
        if (c < 0 && !first) {
            throw new EOFException("half a byte at the end of the hexadecimal voxels");
        }
        int value = Character.digit(c, 16);
        if (c >= 0 && value < 0) {
            throw new DamagedDataException("a character that is no hexadecimal digit among the voxels");
        }
        return value;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
