package org.trabecula.table;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Structures in Thrift's compact protocol, as Parquet's headers are written.
///
/// A field is one byte of id step and type, then its value; integers are zigzag varints. Source: Apache Thrift,
/// `thrift-compact-protocol.md`.
final class ThriftCompact {
    private static final int TYPE_I32 = 5;
    private static final int TYPE_I64 = 6;
    private static final int TYPE_BINARY = 8;
    private static final int TYPE_LIST = 9;
    private static final int TYPE_STRUCT = 12;
    private static final int SHORT_LIST = 15;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int lastField;

    /// What fills a structure.
    @FunctionalInterface
    interface Fields {
        void writeTo(ThriftCompact struct);
    }

    /// A whole structure.
    static byte[] struct(Fields fields) {
        ThriftCompact struct = new ThriftCompact();
        fields.writeTo(struct);
        struct.bytes.write(0);
        return struct.bytes.toByteArray();
    }

    /// @param field ids ascend within a structure
    void i32(int field, int value) {
        header(field, TYPE_I32);
        varint(zigzag(value));
    }

    void i64(int field, long value) {
        header(field, TYPE_I64);
        varint(zigzag(value));
    }

    void text(int field, String value) {
        header(field, TYPE_BINARY);
        binary(value);
    }

    void struct(int field, Fields fields) {
        header(field, TYPE_STRUCT);
        bytes.writeBytes(struct(fields));
    }

    void structs(int field, Iterable<? extends Fields> elements, int count) {
        header(field, TYPE_LIST);
        listHeader(count, TYPE_STRUCT);
        elements.forEach(element -> bytes.writeBytes(struct(element)));
    }

    void i32s(int field, int... elements) {
        header(field, TYPE_LIST);
        listHeader(elements.length, TYPE_I32);
        for (int element : elements) {
            varint(zigzag(element));
        }
    }

    /// A list of one text.
    void texts(int field, String element) {
        header(field, TYPE_LIST);
        listHeader(1, TYPE_BINARY);
        binary(element);
    }

    private void header(int field, int type) {
        int step = field - lastField;
        if (step < 1 || step > 15) {
            throw new IllegalArgumentException("field " + field + " after field " + lastField);
        }
        bytes.write(step << 4 | type);
        lastField = field;
    }

    private void listHeader(int count, int type) {
        if (count < SHORT_LIST) {
            bytes.write(count << 4 | type);
        } else {
            bytes.write(SHORT_LIST << 4 | type);
            varint(count);
        }
    }

    private void binary(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        varint(utf8.length);
        bytes.writeBytes(utf8);
    }

    private static long zigzag(long value) {
        return value << 1 ^ value >> 63;
    }

    private void varint(long value) {
        varint(value, bytes);
    }

    /// Seven bits a byte, lowest first; the high bit says that more follow.
    static void varint(long value, ByteArrayOutputStream to) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            to.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        to.write((int) rest);
    }
}
