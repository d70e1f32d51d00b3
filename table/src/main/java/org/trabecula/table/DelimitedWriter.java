package org.trabecula.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Writes the rows of a text table: the one place where cells are quoted. Same rows, same bytes: UTF-8, lines end with `\n`.
final class DelimitedWriter {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Writer text;
    private final CsvWriter csv;
    private final CellText cells;

    private DelimitedWriter(OutputStream out, TableFormat format, CellText cells) {
        this.text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.csv = CsvWriter.builder().fieldSeparator(format.separator()).lineDelimiter(LineDelimiter.LF).build(text);
        this.cells = cells;
    }

    /// What writes the rows.
    @FunctionalInterface
    interface Rows {
        void writeTo(DelimitedWriter writer) throws IOException;
    }

    /// @param out stays open
    static void write(OutputStream out, TableFormat format, CellText cells, Rows rows) throws IOException {
        if (format != TableFormat.CSV_GZIP) {
            plain(out, format, cells, rows);
            return;
        }
        try (OutputStream packed = new GZIPOutputStream(new Unclosed(out), BUFFER_BYTES) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        }) {
            plain(packed, format, cells, rows);
        }
    }

    private static void plain(OutputStream out, TableFormat format, CellText cells, Rows rows) throws IOException {
        DelimitedWriter writer = new DelimitedWriter(out, format, cells);
        rows.writeTo(writer);
        writer.csv.flush();
        writer.text.flush();
    }

    void row(List<String> row) {
        csv.writeRecord(cells == CellText.AS_IT_IS ? row : row.stream().map(cells::of).toList());
    }

    /// Ends the packing without closing what it is packed into.
    private static final class Unclosed extends java.io.FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
