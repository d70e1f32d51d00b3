package org.trabecula.dicom.codec.codestream;

import org.trabecula.dicom.pixel.DamagedFrameException;

/// Reads big-endian numbers from a part of a byte array, and refuses to read beyond it.
public final class ByteReader {
    private final byte[] bytes;
    private final int end;
    private int at;

    public ByteReader(byte[] bytes, int from, int end) {
        if (from < 0 || end < from || end > bytes.length) {
            throw new IllegalArgumentException(from + " … " + end + " of " + bytes.length + " bytes");
        }
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    public ByteReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    /// Where the next byte is read, counted from the start of the array.
    public int position() {
        return at;
    }

    /// One past the last byte that may be read.
    public int end() {
        return end;
    }

    public int left() {
        return end - at;
    }

    public int u8() throws DamagedFrameException {
        if (at >= end) {
            throw new DamagedFrameException("a codestream that ends at byte " + end + ", inside a header");
        }
        return bytes[at++] & 0xff;
    }

    public int u16() throws DamagedFrameException {
        return u8() << 8 | u8();
    }

    public long u32() throws DamagedFrameException {
        return (long) u16() << 16 | u16();
    }

    /// The byte `ahead` of the next one, or −1 beyond the end.
    public int peek(int ahead) {
        return ahead < left() ? bytes[at + ahead] & 0xff : -1;
    }

    public void skip(long count) throws DamagedFrameException {
        if (count < 0 || count > left()) {
            throw new DamagedFrameException("a segment of " + count + " bytes at byte " + at + " of " + end);
        }
        at += (int) count;
    }

    /// A reader of the next `count` bytes; this reader goes on behind them.
    public ByteReader part(long count) throws DamagedFrameException {
        int from = at;
        skip(count);
        return new ByteReader(bytes, from, at);
    }

    /// The whole array that is read from; the part that belongs here is [#position] to [#end].
    public byte[] array() {
        return bytes;
    }
}
