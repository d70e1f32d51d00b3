package org.trabecula.table;

import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.ColumnMetaData;
import dev.hardwood.metadata.CompressionCodec;
import dev.hardwood.metadata.FileMetaData;
import dev.hardwood.metadata.RowGroup;
import dev.hardwood.schema.ColumnSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import org.trabecula.table.ThriftFields.DamagedException;

/// Walks over all pages of a Parquet file before the library decodes one: the library believes the sizes in headers, takes
/// memory for them in threads of its own, and waits for ever when a page is not there.
///
/// Afterwards every page lies within its column's bytes, unpacks to a size that its packing can reach, and the pages of
/// each column hold as many values as the file has rows.
///
/// Source: Apache Parquet, `parquet.thrift`, structures `PageHeader` and `ColumnMetaData`.
final class ParquetPages {
    /// Behind the footer: its length, and the letters PAR1.
    private static final int END_BYTES = 8;
    /// Rows that differ in anything take a bit each.
    private static final int MOST_ROWS_PER_BYTE = 8;
    /// Of text in memory: the object and its characters, about.
    private static final int BYTES_PER_CELL = 64;
    private static final int LONGEST_HEADER_BYTES = 1 << 20;
    private static final int MOST_VARINT_BYTES = 10;

    private final FileChannel file;
    private final long length;

    private ParquetPages(FileChannel file) throws IOException {
        this.file = file;
        this.length = file.size();
    }

    /// Passes over the file's footer, whose lengths the library believes too.
    static void checkFooter(Path path) throws IOException, DamagedException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            ParquetPages pages = new ParquetPages(channel);
            long end = pages.length - END_BYTES;
            ByteBuffer last = pages.read(end, END_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            int footerBytes = last.getInt();
            if (footerBytes < 0 || footerBytes > end) {
                throw new DamagedException("a footer of " + footerBytes + " bytes in a file of " + pages.length);
            }
            new ThriftFields(pages.read(end - footerBytes, footerBytes), FooterShape.FOOTER).skipAll();
        }
    }

    static void check(Path path, FileMetaData claims, List<ColumnSchema> schema) throws IOException, DamagedException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            new ParquetPages(channel).check(claims, schema);
        }
    }

    private void check(FileMetaData claims, List<ColumnSchema> schema) throws IOException, DamagedException {
        long rows = claims.numRows();
        if (rows < 0 || rows > length * MOST_ROWS_PER_BYTE) {
            throw new DamagedException(rows + " rows in a file of " + length + " bytes");
        }
        long mostCells = Runtime.getRuntime().maxMemory() / 2 / BYTES_PER_CELL;
        if (rows * schema.size() > mostCells) {
            throw new DamagedException(String.format(
                    Locale.ROOT, "%d rows of %d columns, more than the %d cells that this memory holds", rows, schema.size(), mostCells));
        }
        long sum = 0;
        for (RowGroup group : claims.rowGroups()) {
            if (group.numRows() < 0 || group.columns().size() != schema.size()) {
                throw new DamagedException("a part of " + group.numRows() + " rows and " + group.columns().size()
                        + " columns, where the file has " + schema.size());
            }
            sum += group.numRows();
            for (int column = 0; column < schema.size(); column++) {
                check(group.columns().get(column), schema.get(column), group.numRows());
            }
        }
        if (sum != rows) {
            throw new DamagedException("parts of " + sum + " rows, where the file has " + rows);
        }
    }

    private void check(ColumnChunk chunk, ColumnSchema schema, long rows) throws IOException, DamagedException {
        ColumnMetaData column = chunk.metaData();
        String name = schema.name();
        if (column == null || column.type() != schema.type()) {
            throw new DamagedException("column '" + name + "' of two types");
        }
        if (column.numValues() != rows) {
            throw new DamagedException("column '" + name + "' of " + column.numValues() + " values in " + rows + " rows");
        }
        long from = chunk.chunkStartOffset();
        long to = from + column.totalCompressedSize();
        if (from < 0 || column.totalCompressedSize() < 0 || to > length || column.dataPageOffset() < from
                || column.dataPageOffset() > to) {
            throw new DamagedException("column '" + name + "' at bytes " + from + " to " + to + " of " + length);
        }
        long values = 0;
        long at = from;
        while (values < rows) {
            ParquetPage page = page(at, to, name);
            page.check(column.codec(), to, name);
            if (column.codec() == CompressionCodec.SNAPPY && page.isPacked()) {
                checkSnappy(page, name);
            }
            values += page.values();
            at = page.next();
        }
        if (values != rows) {
            throw new DamagedException("pages of " + values + " values in column '" + name + "' of " + rows);
        }
    }

    /// Snappy's own word on how long a page is must be the header's: the decoder writes that much into a buffer that the
    /// library took for the header's length.
    private void checkSnappy(ParquetPage page, String column) throws IOException, DamagedException {
        long stated = ThriftFields.unsigned(read(page.packedFrom(), Math.min(MOST_VARINT_BYTES, page.packedBytes())));
        if (stated != page.unpackedBytes()) {
            throw new DamagedException("a page of " + page.unpackedBytes() + " bytes in column '" + column
                    + "' whose packing holds " + stated);
        }
    }

    private ParquetPage page(long at, long to, String column) throws IOException, DamagedException {
        if (at >= to) {
            throw new DamagedException("too few pages in column '" + column + "'");
        }
        ByteBuffer head = read(at, (int) Math.min(LONGEST_HEADER_BYTES, to - at));
        return ParquetPage.read(head, at);
    }

    private ByteBuffer read(long at, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) > 0) {
            // until it is full or the file ends
        }
        return bytes.flip();
    }
}
