package org.trabecula.dicom.dataset;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;

/// Bytes in rising order, with a place to name in messages.
final class ByteInput implements Closeable {
    private static final int BUFFER_BYTES = 1 << 13;

    private final BufferedInputStream in;
    private final long length;
    private long at;

    /// @param length of all bytes; [Long#MAX_VALUE] where it is not known beforehand
    ByteInput(InputStream in, long length) {
        this.in = new BufferedInputStream(in, BUFFER_BYTES);
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
        in.mark(1);
        int next = in.read();
        in.reset();
        return next < 0;
    }

    /// The next bytes, which stay to be read; fewer at the end.
    byte[] peek(int count) throws IOException {
        in.mark(count);
        byte[] head = in.readNBytes(count);
        in.reset();
        return head;
    }

    /// The next `count` bytes; memory is taken as they come.
    byte[] bytes(int count) throws IOException {
        refuseMore(count);
        byte[] bytes = in.readNBytes(count);
        at += bytes.length;
        if (bytes.length < count) {
            throw new EOFException("the data end " + (count - bytes.length) + " bytes early");
        }
        return bytes;
    }

    void skip(long count) throws IOException {
        refuseMore(count);
        try {
            in.skipNBytes(count);
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
        int next = in.read();
        if (next < 0) {
            throw new EOFException("the data end at byte " + at + ", inside an element");
        }
        at++;
        return next;
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
