package org.trabecula.table;

import java.nio.ByteBuffer;

/// Reads a structure in Thrift's compact protocol field by field, or passes over what is of no interest.
///
/// Source: Apache Thrift, `thrift-compact-protocol.md`. Whatever the bytes are, reading ends: every step takes at least one
/// byte of the buffer, and structures nest only so deep.
final class ThriftFields {
    static final int I32 = 5;
    static final int I64 = 6;
    static final int BINARY = 8;
    static final int STRUCT = 12;
    /// A truth value's type is the value.
    static final int FALSE = 2;

    private static final int TRUE = 1;
    private static final int BYTE = 3;
    private static final int I16 = 4;
    private static final int DOUBLE = 7;
    private static final int LIST = 9;
    private static final int SET = 10;
    private static final int MAP = 11;
    private static final int SHORT_LIST = 15;
    private static final int DEEPEST = 16;
    private static final int MOST_VARINT_BITS = 63;

    private final ByteBuffer bytes;
    private final FooterShape shape;
    private int field;
    private int type;

    /// @param bytes at the structure's first byte; stands behind the structure when [#next] has returned false
    ThriftFields(ByteBuffer bytes) {
        this(bytes, FooterShape.ANY);
    }

    /// @param shape that lists must have, or the structure is damaged
    ThriftFields(ByteBuffer bytes, FooterShape shape) {
        this.bytes = bytes;
        this.shape = shape;
    }

    /// A number of seven bits a byte, lowest first, as Snappy's streams begin with too.
    static long unsigned(ByteBuffer bytes) throws DamagedException {
        return new ThriftFields(bytes).varint();
    }

    /// Goes to the next field, whose value must then be taken or passed over.
    boolean next() throws DamagedException {
        int head = oneByte();
        type = head & 0x0F;
        if (type == 0) {
            return false;
        }
        int step = head >> 4;
        field = step == 0 ? (int) zigzag() : field + step;
        return true;
    }

    int field() {
        return field;
    }

    int type() {
        return type;
    }

    int i32() throws DamagedException {
        long value = zigzag();
        if (value != (int) value) {
            throw new DamagedException("a number beyond 32 bits in a header");
        }
        return (int) value;
    }

    ThriftFields struct() {
        return new ThriftFields(bytes, shape.in(field));
    }

    /// Passes over a whole structure: afterwards every length in it is known to lie within the bytes.
    void skipAll() throws DamagedException {
        while (next()) {
            skip();
        }
    }

    void skip() throws DamagedException {
        skip(type, 0);
    }

    private void skip(int what, int depth) throws DamagedException {
        if (depth > DEEPEST) {
            throw new DamagedException("structures nested deeper than " + DEEPEST + " in a header");
        }
        switch (what) {
            case TRUE, FALSE -> { } // the value is the type
            case BYTE -> oneByte();
            case I16, I32, I64 -> zigzag();
            case DOUBLE -> skipBytes(Double.BYTES);
            case BINARY -> skipBytes(varint());
            case LIST, SET -> skipList(depth);
            case MAP -> skipMap(depth);
            case STRUCT -> {
                ThriftFields inner = struct();
                while (inner.next()) {
                    inner.skip(inner.type, depth + 1);
                }
            }
            default -> throw new DamagedException("a field of the unknown type " + what + " in a header");
        }
    }

    private void skipList(int depth) throws DamagedException {
        int head = oneByte();
        long count = head >> 4 == SHORT_LIST ? varint() : head >> 4;
        int element = head & 0x0F;
        requirePossible(count);
        if (count > 0 && !shape.allows(field, element)) {
            throw new DamagedException("a list of another type than Parquet has in a header");
        }
        for (long n = 0; n < count; n++) {
            skipElement(element, depth + 1);
        }
    }

    private void skipMap(int depth) throws DamagedException {
        long count = varint();
        requirePossible(count);
        int types = count == 0 ? 0 : oneByte();
        for (long n = 0; n < count; n++) {
            skipElement(types >> 4, depth + 1);
            skipElement(types & 0x0F, depth + 1);
        }
    }

    /// An element takes a byte at least. A count beyond 63 bits is negative here, and some other number to who takes its lowest 32.
    private void requirePossible(long count) throws DamagedException {
        if (count < 0 || count > bytes.remaining()) {
            throw new DamagedException("a header that ends too early");
        }
    }

    /// Truth values take a byte within a list or map, none as a field. The library that reads footers takes none in either case, and would find
    /// other lengths than were looked at here; neither a footer nor the head of a page has such a list.
    private void skipElement(int element, int depth) throws DamagedException {
        if (element == TRUE || element == FALSE) {
            throw new DamagedException("a list of truth values in a header");
        }
        skip(element, depth);
    }

    private void skipBytes(long count) throws DamagedException {
        if (count < 0 || count > bytes.remaining()) {
            throw new DamagedException("a header that ends too early");
        }
        bytes.position(bytes.position() + (int) count);
    }

    private int oneByte() throws DamagedException {
        if (!bytes.hasRemaining()) {
            throw new DamagedException("a header that ends too early");
        }
        return bytes.get() & 0xFF;
    }

    private long zigzag() throws DamagedException {
        long value = varint();
        return value >>> 1 ^ -(value & 1);
    }

    private long varint() throws DamagedException {
        long value = 0;
        for (int shift = 0; shift <= MOST_VARINT_BITS; shift += 7) {
            int next = oneByte();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new DamagedException("a number of more than 64 bits in a header");
    }

    /// What is wrong with the bytes, in words for a refusal.
    static final class DamagedException extends Exception {
        private static final long serialVersionUID = 1L;

        DamagedException(String found) {
            super(found);
        }

        String found() {
            return String.valueOf(getMessage());
        }
    }
}
