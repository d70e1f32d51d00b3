package org.trabecula.table;

import dev.hardwood.metadata.CompressionCodec;
import java.nio.ByteBuffer;
import org.trabecula.table.ThriftFields.DamagedException;

/// The header of one page in a Parquet file.
///
/// Source: Apache Parquet, `parquet.thrift`, `PageHeader`, `DataPageHeader`, `DataPageHeaderV2`, `DictionaryPageHeader`.
///
/// @param values      that a data page holds; 0 of a dictionary
/// @param entries     of a dictionary, else 0
/// @param unpacked    size in bytes when unpacked
/// @param packed      size in the file
/// @param levelBytes  at the beginning, which are never packed (data pages of version 2)
/// @param isPacked    whether the rest is packed, if the column is
/// @param body        place in the file behind the header
record ParquetPage(int values, int entries, int unpacked, int packed, long levelBytes, boolean isPacked, long body) {
    private static final int LARGEST_PAGE_BYTES = 1 << 28;
    /// The most that DEFLATE packs into one byte is 1032 bytes; other packings stay below.
    private static final long MOST_PACKED = 1032;
    private static final int SMALL_PAGE_BYTES = 1024;

    /// What the structure of one kind of page says.
    private record Kind(int count, long levelBytes, boolean isPacked) {
        static final Kind NONE = new Kind(0, 0, true);
        static final Kind WRONG = new Kind(-1, -1, true);

        static Kind read(ThriftFields page, boolean secondVersion) throws DamagedException {
            int count = -1;
            long levels = 0;
            boolean packed = true;
            while (page.next()) {
                boolean number = page.type() == ThriftFields.I32;
                int field = page.field();
                if (field == 1 && number) {
                    count = page.i32();
                } else if (secondVersion && (field == 5 || field == 6) && number) {
                    int bytes = page.i32();
                    levels = bytes < 0 || levels < 0 ? -1 : levels + bytes;
                } else {
                    packed &= !(secondVersion && field == 7 && page.type() == ThriftFields.FALSE);
                    page.skip();
                }
            }
            return new Kind(count, levels, packed);
        }
    }

    /// @param head bytes from the header on
    /// @param at   place of the header in the file
    static ParquetPage read(ByteBuffer head, long at) throws DamagedException {
        ThriftFields fields = new ThriftFields(head);
        int unpacked = -1;
        int packed = -1;
        Kind data = Kind.NONE;
        Kind dictionary = Kind.NONE;
        while (fields.next()) {
            boolean number = fields.type() == ThriftFields.I32;
            boolean struct = fields.type() == ThriftFields.STRUCT;
            switch (fields.field()) {
                case 2 -> unpacked = number ? fields.i32() : -1;
                case 3 -> packed = number ? fields.i32() : -1;
                case 5, 8 -> data = struct ? Kind.read(fields.struct(), fields.field() == 8) : Kind.WRONG;
                case 7 -> dictionary = struct ? Kind.read(fields.struct(), false) : Kind.WRONG;
                default -> fields.skip();
            }
        }
        return new ParquetPage(
                data.count(), dictionary.count(), unpacked, packed, data.levelBytes(), data.isPacked(), at + head.position());
    }

    /// @param to end of the column in the file
    void check(CompressionCodec codec, long to, String column) throws DamagedException {
        if (values < 0 || entries < 0 || packed < 0 || unpacked < 0 || body + packed > to
                || levelBytes < 0 || levelBytes > Math.min(packed, unpacked)) {
            throw new DamagedException("a page of " + packed + " bytes and " + values + " values in column '" + column + "'");
        }
        boolean plain = codec == CompressionCodec.UNCOMPRESSED || !isPacked;
        long most = plain ? packed : packed * MOST_PACKED + SMALL_PAGE_BYTES;
        if (unpacked > Math.min(most, LARGEST_PAGE_BYTES) || entries > unpacked) {
            throw new DamagedException("a page of " + packed + " bytes that claims to unpack to " + unpacked
                    + " in column '" + column + "'");
        }
    }

    long next() {
        return body + packed;
    }

    long packedFrom() {
        return body + levelBytes;
    }

    int packedBytes() {
        return (int) (packed - levelBytes);
    }

    int unpackedBytes() {
        return (int) (unpacked - levelBytes);
    }
}
