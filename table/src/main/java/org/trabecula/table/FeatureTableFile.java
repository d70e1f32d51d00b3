package org.trabecula.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.core.AtomicFile;

/// Feature tables as CSV or Parquet: `case_id`, text columns, features. In CSV, numbers are the shortest decimals that read
/// back to the same double, and NaN is an empty cell; in Parquet, NaN is null.
public final class FeatureTableFile {
    /// The column that names a case.
    public static final String CASE_ID = ColumnRole.CASE_ID.column();

    private FeatureTableFile() {}

    /// Reads a table of ours, of PyRadiomics, or any table with a header.
    ///
    /// Columns whose cells are all numbers become features, the others text; columns with a [ColumnRole] are always text. A
    /// table without `case_id` (PyRadiomics' own) has its rows named `row-1`, `row-2`, ….
    public static FeatureTable read(Path file) {
        return of(DelimitedText.read(file));
    }

    /// The same, from a table already read.
    public static FeatureTable of(TextTable text) {
        List<String> ids = new ArrayList<>();
        boolean named = text.has(CASE_ID);
        for (int row = 0; row < text.rowCount(); row++) {
            ids.add(named ? text.cell(row, CASE_ID) : "row-" + (row + 1));
        }
        Map<String, List<String>> texts = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        for (String column : text.header()) {
            if (column.equals(CASE_ID)) {
                continue;
            }
            if (ColumnRole.of(column).isPresent() || !text.isNumeric(column)) {
                texts.put(column, text.column(column));
            } else {
                names.add(column);
                columns.add(text.numbers(column));
            }
        }
        return new FeatureTable(ids, texts, names, columns.toArray(double[][]::new));
    }

    /// Writes atomically; the name decides ([TableFormat]; same input, same bytes).
    ///
    /// @throws org.trabecula.core.InputException TAB-011 if the name ends in none of a table's endings
    public static void write(FeatureTable table, Path file) throws IOException {
        write(table, file, CellText.AS_IT_IS);
    }

    /// The same, with a choice of how text is written; Parquet holds text as it is, since nothing runs it.
    public static void write(FeatureTable table, Path file, CellText cells) throws IOException {
        TableFormat format = TableFormat.toWrite(file);
        AtomicFile.write(file, out -> {
            if (format == TableFormat.PARQUET) {
                ParquetWriter.write(table, out);
            } else {
                write(table, out, format, cells);
            }
        });
    }

    /// Writes CSV to a stream, which stays open.
    public static void write(FeatureTable table, OutputStream out, CellText cells) throws IOException {
        write(table, out, TableFormat.CSV, cells);
    }

    private static void write(FeatureTable table, OutputStream out, TableFormat format, CellText text) throws IOException {
        DelimitedWriter.write(out, format, text, writer -> {
            List<String> cells = new ArrayList<>();
            cells.add(CASE_ID);
            cells.addAll(table.texts().keySet());
            cells.addAll(table.names());
            writer.row(cells);
            for (int row = 0; row < table.rows(); row++) {
                cells.clear();
                cells.add(table.caseIds().get(row));
                for (List<String> column : table.texts().values()) {
                    cells.add(column.get(row));
                }
                for (int column = 0; column < table.names().size(); column++) {
                    cells.add(number(table.value(row, column)));
                }
                writer.row(cells);
            }
        });
    }

    /// The shortest decimal that reads back to the same double; empty for NaN.
    public static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}
