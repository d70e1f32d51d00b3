package org.trabecula.evaluation.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.table.FeatureTableFile;
import org.trabecula.table.TextTableFile;

/// A table of a document, ready to be written.
///
/// @param file    its name in the folder
/// @param columns names
/// @param rows    cells, as many as columns; a number that does not exist is an empty cell
public record DocumentTable(String file, List<String> columns, List<List<String>> rows) {
    public DocumentTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// Writes it atomically into the folder.
    public void write(Path folder) throws IOException {
        TextTableFile.write(folder.resolve(file), columns, rows);
    }

    /// The cell of a number: the shortest decimal that reads back to the same double; empty for NaN and where it is infinite.
    static String cell(double value) {
        return Double.isFinite(value) ? FeatureTableFile.number(value) : "";
    }

    static String cell(int value) {
        return Integer.toString(value);
    }

    /// The three cells that say whose row this is.
    static List<String> whose(Evaluation.Row row) {
        return List.of(row.model(), row.part().label(), row.kind().label());
    }
}
