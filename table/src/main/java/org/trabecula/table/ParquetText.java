package org.trabecula.table;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.metadata.RepetitionType;
import dev.hardwood.reader.ColumnReader;
import dev.hardwood.reader.ColumnReaders;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.schema.ColumnProjection;
import dev.hardwood.schema.ColumnSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.table.ThriftFields.DamagedException;

/// Reads a Parquet file as a table of text, so that every verb that takes CSV takes Parquet: numbers as the shortest decimals
/// that read back to the same value, nulls as empty cells.
///
/// Only this class and [ParquetFeatures] name the library, so it is loaded when a Parquet file is read and not before.
final class ParquetText {
    /// Kept, since the logging system forgets levels of loggers that nobody holds. The library tells which vector
    /// instructions it uses; nobody asked.
    private static final Logger LIBRARY = Logger.getLogger("dev.hardwood");

    static {
        LIBRARY.setLevel(Level.WARNING);
    }

    private static final int BATCH_BYTES = 1 << 26;

    private ParquetText() {}

    /// Whether a file with these first bytes is Parquet, whatever its name.
    static boolean begins(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1).equals("PAR1");
    }

    /// @throws InputException TAB-001 if the file is damaged, nested, or of types that no table of features has
    static TextTable read(Path file) throws IOException {
        return opened(file, reader -> read(file, reader));
    }

    /// What is read from an open file.
    @FunctionalInterface
    interface Reading<T> {
        T from(ParquetFileReader reader) throws IOException;
    }

    /// Reads a file whose every page was found where and as long as it should be.
    ///
    /// @throws InputException TAB-001 if the file is damaged
    static <T> T opened(Path file, Reading<T> reading) throws IOException {
        if (Files.isDirectory(file) || Files.size(file) < 12) {
            throw unreadable(file, "no Parquet file", "one Parquet file, not a folder of parts");
        }
        try {
            ParquetPages.checkFooter(file);
            try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(file))) {
                ParquetPages.check(file, reader.getFileMetaData(), reader.getFileSchema().getColumns());
                return reading.from(reader);
            }
        } catch (InputException e) {
            throw e;
        } catch (DamagedException e) {
            throw damaged(file, e.found(), e);
        } catch (IOException | RuntimeException e) {
            // the library has no type of its own for a damaged file: null pointers, indexes, states and arguments are its words
            throw damaged(file, "bytes that cannot be decoded (" + e.getMessage() + ")", e);
        }
    }

    /// All columns, so many rows at a time as a table has or as [#BATCH_BYTES] hold: the library's own batches are of rows, and take a gigabyte for
    /// ten rows of 1,648 columns.
    static ColumnReaders columns(ParquetFileReader reader) {
        int wide = Math.max(1, reader.getFileSchema().getColumns().size());
        long rows = Math.clamp(reader.getFileMetaData().numRows(), 1, Math.max(1, BATCH_BYTES / Double.BYTES / wide));
        return reader.buildColumnReaders(ColumnProjection.all()).batchSize((int) rows).build();
    }

    private static InputException damaged(Path file, String found, Exception cause) {
        Problem problem = unreadable(file, found, "a whole Parquet file, plain or packed with gzip or snappy").problems().getFirst();
        return new InputException(problem, cause);
    }

    private static TextTable read(Path file, ParquetFileReader reader) {
        List<ColumnSchema> schema = reader.getFileSchema().getColumns();
        try (ColumnReaders all = columns(reader)) {
            List<String> header = new ArrayList<>();
            List<List<String>> columns = new ArrayList<>();
            for (ColumnSchema column : schema) {
                if (column.maxRepetitionLevel() > 0 || column.maxDefinitionLevel() > 1) {
                    throw unreadable(file, "the nested column '" + column.name() + "'", "columns of plain values");
                }
                header.add(column.name());
                columns.add(new ArrayList<>());
            }
            while (all.nextBatch()) { // all at once: a reader of one column waits milliseconds for its end
                for (int column = 0; column < columns.size(); column++) {
                    addBatch(all.getColumnReader(column), schema.get(column), file, columns.get(column));
                }
            }
            CellGrid.Builder rows = new CellGrid.Builder();
            int count = columns.isEmpty() ? 0 : columns.getFirst().size();
            for (int row = 0; row < count; row++) {
                for (List<String> column : columns) {
                    rows.cell(column.get(row));
                }
                rows.endRow(row + 1);
            }
            return new TextTable(file.toString(), header, rows.build(columns.size()));
        }
    }

    private static void addBatch(ColumnReader reader, ColumnSchema column, Path file, List<String> cells) {
        boolean optional = column.repetitionType() == RepetitionType.OPTIONAL;
        int count = reader.getRecordCount();
        Batch batch = batch(reader, column.type(), file, column.name());
        for (int n = 0; n < count; n++) {
            cells.add(optional && reader.getLeafValidity().isNull(n) ? "" : batch.text(n));
        }
    }

    /// The values of a batch as text.
    @FunctionalInterface
    private interface Batch {
        String text(int n);
    }

    private static Batch batch(ColumnReader reader, PhysicalType type, Path file, String column) {
        return switch (type) {
            case DOUBLE -> {
                double[] values = reader.getDoubles();
                yield n -> FeatureTableFile.number(values[n]);
            }
            case FLOAT -> {
                float[] values = reader.getFloats();
                yield n -> Float.isNaN(values[n]) ? "" : Float.toString(values[n]);
            }
            case INT32 -> {
                int[] values = reader.getInts();
                yield n -> Integer.toString(values[n]);
            }
            case INT64 -> {
                long[] values = reader.getLongs();
                yield n -> Long.toString(values[n]);
            }
            case BOOLEAN -> {
                boolean[] values = reader.getBooleans();
                yield n -> values[n] ? "1" : "0";
            }
            case BYTE_ARRAY -> {
                String[] values = reader.getStrings();
                yield n -> values[n];
            }
            case INT96, FIXED_LEN_BYTE_ARRAY ->
                throw unreadable(file, "column '" + column + "' of type " + type, "numbers, truth values or text");
        };
    }

    static InputException unreadable(Path file, String found, String expected) {
        return new InputException(new Problem(
                TableProblem.UNREADABLE, file.toString(), found, expected, "export the table again, or as CSV"));
    }
}
