package org.trabecula.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import org.trabecula.core.AtomicFile;

/// Feature tables in Parquet that are read back as they were written: the same columns of the same kind, every double to its
/// last bit, and the notes. A reader that knows nothing of notes finds an ordinary table.
///
/// [FeatureTableFile#read], which takes tables of any origin, decides by a column's cells whether it holds numbers; here the file
/// says so, and a column of features stays one where not a single case has a value.
public final class NotedTableFile {
    private NotedTableFile() {}

    /// Writes atomically. Same table and notes, same bytes.
    public static void write(NotedTable table, Path file) throws IOException {
        AtomicFile.write(file, out -> write(table, out));
    }

    /// The same to a stream, which stays open.
    public static void write(NotedTable table, OutputStream out) throws IOException {
        ParquetWriter.write(table.table(), table.notes(), out);
    }

    /// @throws org.trabecula.core.InputException TAB-001 if the file is damaged, no Parquet, or has columns other than text and
    ///     doubles, `case_id` first
    public static NotedTable read(Path file) throws IOException {
        return ParquetFeatures.read(file);
    }

    /// The notes alone; no cell is decoded.
    ///
    /// @throws org.trabecula.core.InputException TAB-001 if the file is damaged or no Parquet
    public static Map<String, String> notes(Path file) throws IOException {
        return ParquetFeatures.notes(file);
    }
}
