package org.trabecula.dicom.dataset;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Bytes in rising order, with a place to name in messages.
///
/// The buffer is its own, without the lock that [java.io.BufferedInputStream] takes for each byte: a series has a thousand headers.
final class ByteInput implements Closeable {
    /// More than the header of most slices.
    private static final int BUFFER_BYTES = 1 << 13;

    private final InputStream in;
    private final long length;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int next;
    private int end;
    private long at;

    /// @param length of all bytes; [Long#MAX_VALUE] where it is not known beforehand
    ByteInput(InputStream in, long length) {
        this.in = in;
        this.length = length;
    }

    /// Bytes read so far.
    long at() {
        return at;
    }

    /// Bytes that can still come, at most.
    long left() {
        return length - at;
    }

    boolean ended() throws IOException {
        return !holds(1);
    }

    /// The next bytes, which stay to be read; fewer at the end.
    ///
    /// @param count at most what is buffered, 8192
    byte[] peek(int count) throws IOException {
        int there = holds(count) ? count : end - next;
        return Arrays.copyOfRange(buffer, next, next + there);
    }

    /// Whether `count` bytes are left; then they are in the buffer.
    private boolean holds(int count) throws IOException {
        if (end - next >= count) {
            return true;
        }
        System.arraycopy(buffer, next, buffer, 0, end - next);
        end -= next;
        next = 0;
        while (end < count) {
            int got = in.read(buffer, end, BUFFER_BYTES - end);
            if (got < 0) {
                return false;
            }
            end += got;
        }
        return true;
    }

    /// The next `count` bytes; memory is taken as they come.
    byte[] bytes(int count) throws IOException {
        refuseMore(count);
        byte[] bytes;
        if (count <= BUFFER_BYTES) {
            bytes = peek(count);
            next += bytes.length;
        } else {
            byte[] rest = in.readNBytes(count - (end - next));
            bytes = Arrays.copyOfRange(buffer, next, end + rest.length);
            System.arraycopy(rest, 0, bytes, end - next, rest.length);
            next = end;
        }
        at += bytes.length;
        if (bytes.length < count) {
            throw new EOFException("the data end " + (count - bytes.length) + " bytes early");
        }
        return bytes;
    }

    void skip(long count) throws IOException {
        refuseMore(count);
        int buffered = (int) Math.min(count, end - next);
        next += buffered;
        try {
            in.skipNBytes(count - buffered);
        } catch (EOFException e) {
            throw new EOFException("the data end within " + count + " bytes that follow byte " + at);
        }
        at += count;
    }

    int u16(ByteOrder order) throws IOException {
        int a = one();
        int b = one();
        return order == ByteOrder.LITTLE_ENDIAN ? a | b << 8 : a << 8 | b;
    }

    long u32(ByteOrder order) throws IOException {
        long a = u16(order);
        long b = u16(order);
        return order == ByteOrder.LITTLE_ENDIAN ? a | b << 16 : a << 16 | b;
    }

    int one() throws IOException {
        if (next == end && !holds(1)) {
            throw new EOFException("the data end at byte " + at + ", inside an element");
        }
        at++;
        return buffer[next++] & 0xff;
    }

    private void refuseMore(long count) throws DamagedDataSetException {
        if (count > left()) {
            throw new DamagedDataSetException("an element of " + count + " bytes at byte " + at + ", where " + left() + " are left");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
