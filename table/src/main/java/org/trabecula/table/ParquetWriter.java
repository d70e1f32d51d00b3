package org.trabecula.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// A feature table as Parquet: text columns as required UTF-8 strings, features as optional doubles that are null where they
/// are NaN.
///
/// ```
/// "PAR1"  page of column 1 … page of column n  footer  length of the footer (4 bytes)  "PAR1"
/// ```
///
/// One row group, one data page a column, plain encoding, no compression: every reader can read it, and features hardly
/// compress. The columns are known only at run time and are far more than a Java record can have, which rules out the
/// writers that take records. Source: Apache Parquet format 2.11, `parquet.thrift`.
final class ParquetWriter {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int DOUBLE = 5;
    private static final int BYTE_ARRAY = 6;
    private static final int REQUIRED = 0;
    private static final int OPTIONAL = 1;
    private static final int UTF8 = 0;
    private static final int PLAIN = 0;
    private static final int RLE = 3;
    private static final int UNCOMPRESSED = 0;

    private final FeatureTable table;
    private final Map<String, String> notes;
    private final OutputStream out;
    private final List<Column> columns = new ArrayList<>();
    private long written;

    /// A column as the footer describes it.
    ///
    /// @param page where its page begins in the file
    /// @param size bytes of the page with its header
    private record Column(String name, boolean text, long page, long size) {
        int type() {
            return text ? BYTE_ARRAY : DOUBLE;
        }
    }

    private ParquetWriter(FeatureTable table, Map<String, String> notes, OutputStream out) {
        this.table = table;
        this.notes = notes;
        this.out = out;
    }

    /// Writes to a stream, which stays open. Same table, same bytes.
    static void write(FeatureTable table, OutputStream out) throws IOException {
        write(table, Map.of(), out);
    }

    /// @param notes texts about the table, in the footer (`key_value_metadata`)
    static void write(FeatureTable table, Map<String, String> notes, OutputStream out) throws IOException {
        new ParquetWriter(table, notes, out).write();
    }

    private void write() throws IOException {
        append(MAGIC);
        column(FeatureTableFile.CASE_ID, true, texts(table.caseIds()));
        for (Map.Entry<String, List<String>> text : table.texts().entrySet()) {
            column(text.getKey(), true, texts(text.getValue()));
        }
        for (int column = 0; column < table.names().size(); column++) {
            column(table.names().get(column), false, doubles(table.column(column)));
        }
        byte[] footer = ThriftCompact.struct(this::footer);
        append(footer);
        append(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(footer.length).array());
        append(MAGIC);
    }

    private void append(byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }

    private void column(String name, boolean text, byte[] values) throws IOException {
        long start = written;
        append(ThriftCompact.struct(page -> {
            page.i32(1, 0); // a data page
            page.i32(2, values.length);
            page.i32(3, values.length);
            page.struct(5, data -> {
                data.i32(1, table.rows());
                data.i32(2, PLAIN);
                data.i32(3, RLE);
                data.i32(4, RLE);
            });
        }));
        append(values);
        columns.add(new Column(name, text, start, written - start));
    }

    private static byte[] texts(List<String> cells) {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        for (String cell : cells) {
            byte[] utf8 = cell.getBytes(StandardCharsets.UTF_8);
            page.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(utf8.length).array());
            page.writeBytes(utf8);
        }
        return page.toByteArray();
    }

    private static byte[] doubles(double[] values) {
        byte[] levels = definitionLevels(values);
        ByteBuffer page = ByteBuffer.allocate(4 + levels.length + 8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        page.putInt(levels.length).put(levels);
        for (double value : values) {
            if (!Double.isNaN(value)) {
                page.putDouble(value);
            }
        }
        byte[] bytes = new byte[page.position()];
        page.flip().get(bytes);
        return bytes;
    }

    /// One bit a value: 1 where there is one. Packed in groups of eight, lowest bit first.
    private static byte[] definitionLevels(double[] values) {
        int groups = (values.length + 7) / 8;
        byte[] packed = new byte[groups];
        for (int n = 0; n < values.length; n++) {
            if (!Double.isNaN(values[n])) {
                packed[n / 8] |= (byte) (1 << n % 8);
            }
        }
        ByteArrayOutputStream levels = new ByteArrayOutputStream();
        ThriftCompact.varint((long) groups << 1 | 1, levels);
        levels.writeBytes(packed);
        return levels.toByteArray();
    }

    private void footer(ThriftCompact file) {
        List<ThriftCompact.Fields> schema = new ArrayList<>();
        schema.add(root -> {
            root.text(4, "features");
            root.i32(5, columns.size());
        });
        columns.forEach(column -> schema.add(element -> element(column, element)));
        file.i32(1, 1);
        file.structs(2, schema, schema.size());
        file.i64(3, table.rows());
        List<ThriftCompact.Fields> groups = table.rows() == 0 ? List.of() : Collections.singletonList(this::rowGroup);
        file.structs(4, groups, groups.size());
        if (!notes.isEmpty()) {
            file.structs(5, notes.entrySet().stream().map(ParquetWriter::note).toList(), notes.size());
        }
        file.text(6, "trabecula");
    }

    private static ThriftCompact.Fields note(Map.Entry<String, String> note) {
        return pair -> {
            pair.text(1, note.getKey());
            pair.text(2, note.getValue());
        };
    }

    private static void element(Column column, ThriftCompact element) {
        element.i32(1, column.type());
        element.i32(3, column.text() ? REQUIRED : OPTIONAL);
        element.text(4, column.name());
        if (column.text()) {
            element.i32(6, UTF8);
            element.struct(10, logical -> logical.struct(1, string -> {}));
        }
    }

    private void rowGroup(ThriftCompact group) {
        group.structs(1, columns.stream().<ThriftCompact.Fields>map(c -> chunk -> chunk(c, chunk)).toList(), columns.size());
        group.i64(2, columns.stream().mapToLong(Column::size).sum());
        group.i64(3, table.rows());
    }

    private void chunk(Column column, ThriftCompact chunk) {
        chunk.i64(2, column.page());
        chunk.struct(3, data -> {
            data.i32(1, column.type());
            data.i32s(2, PLAIN, RLE);
            data.texts(3, column.name());
            data.i32(4, UNCOMPRESSED);
            data.i64(5, table.rows());
            data.i64(6, column.size());
            data.i64(7, column.size());
            data.i64(9, column.page());
        });
    }
}
