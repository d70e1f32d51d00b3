package org.trabecula.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.trabecula.core.AtomicFile;

/// Writes small tables of text: manifests, flows, failures. The name says the format ([TableFormat]), Parquet excepted.
public final class TextTableFile {
    private TextTableFile() {}

    /// @param rows each as long as `header`
    /// @throws org.trabecula.core.InputException TAB-011 if the name ends in none of a table's endings
    public static void write(Path file, List<String> header, List<? extends List<String>> rows) throws IOException {
        TableFormat format = TableFormat.toWrite(file);
        if (format == TableFormat.PARQUET) {
            throw new IllegalArgumentException("tables of text are written as text: " + file);
        }
        AtomicFile.write(file, out -> write(out, format, header, rows));
    }

    /// The same to a stream, which stays open.
    public static void write(OutputStream out, TableFormat format, List<String> header, List<? extends List<String>> rows)
            throws IOException {
        DelimitedWriter.write(out, format, CellText.AS_IT_IS, writer -> {
            writer.row(header);
            for (List<String> row : rows) {
                if (row.size() != header.size()) {
                    throw new IllegalArgumentException(header.size() + " columns, a row of " + row.size());
                }
                writer.row(row);
            }
        });
    }
}
