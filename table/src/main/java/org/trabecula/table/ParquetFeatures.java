package org.trabecula.table;

import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.metadata.RepetitionType;
import dev.hardwood.reader.ColumnReader;
import dev.hardwood.reader.ColumnReaders;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.schema.ColumnSchema;
import java.nio.file.Path;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads back what [ParquetWriter] writes: text columns, then doubles, without a detour by text.
final class ParquetFeatures {
    private final List<String> ids = new ArrayList<>();
    private final Map<String, List<String>> texts = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<double[]> columns = new ArrayList<>();

    private ParquetFeatures() {}

    /// @throws org.trabecula.core.InputException TAB-001
    static NotedTable read(Path file) throws IOException {
        return ParquetText.opened(file, reader -> {
            FeatureTable table = new ParquetFeatures().table(file, reader);
            return new NotedTable(table, notes(reader));
        });
    }

    /// The notes alone.
    ///
    /// @throws org.trabecula.core.InputException TAB-001
    static Map<String, String> notes(Path file) throws IOException {
        return ParquetText.opened(file, ParquetFeatures::notes);
    }

    private static Map<String, String> notes(ParquetFileReader reader) {
        Map<String, String> notes = reader.getFileMetaData().keyValueMetadata();
        return notes == null ? Map.of() : notes;
    }

    private FeatureTable table(Path file, ParquetFileReader reader) {
        List<ColumnSchema> schema = reader.getFileSchema().getColumns();
        int rows = Math.toIntExact(reader.getFileMetaData().numRows());
        for (ColumnSchema column : schema) {
            boolean flat = column.maxRepetitionLevel() == 0 && column.maxDefinitionLevel() <= 1;
            if (!flat || (column.type() != PhysicalType.BYTE_ARRAY && column.type() != PhysicalType.DOUBLE)) {
                throw ParquetText.unreadable(file, "the column '" + column.name() + "' of " + column.type(), "columns of text and of doubles");
            }
            if (column.type() == PhysicalType.DOUBLE) {
                names.add(column.name());
                columns.add(new double[rows]);
            } else if (!column.name().equals(FeatureTableFile.CASE_ID)) {
                texts.put(column.name(), new ArrayList<>());
            }
        }
        if (schema.isEmpty() || !schema.getFirst().name().equals(FeatureTableFile.CASE_ID)) {
            throw ParquetText.unreadable(file, "no column " + FeatureTableFile.CASE_ID + " in front", "a table of features by case");
        }
        try (ColumnReaders all = ParquetText.columns(reader)) {
            int done = 0;
            while (all.nextBatch()) {
                int feature = 0;
                for (int column = 0; column < schema.size(); column++) {
                    ColumnReader batch = all.getColumnReader(column);
                    if (schema.get(column).type() == PhysicalType.DOUBLE) {
                        doubles(batch, schema.get(column), columns.get(feature++), done);
                    } else {
                        cells(schema.get(column)).addAll(Arrays.asList(batch.getStrings()).subList(0, batch.getRecordCount()));
                    }
                }
                done += all.getColumnReader(0).getRecordCount();
            }
        }
        return new FeatureTable(ids, texts, names, columns.toArray(double[][]::new));
    }

    private List<String> cells(ColumnSchema column) {
        return texts.getOrDefault(column.name(), ids);
    }

    private static void doubles(ColumnReader batch, ColumnSchema column, double[] into, int from) {
        boolean optional = column.repetitionType() == RepetitionType.OPTIONAL;
        double[] values = batch.getDoubles();
        for (int n = 0; n < batch.getRecordCount(); n++) {
            into[from + n] = optional && batch.getLeafValidity().isNull(n) ? Double.NaN : values[n];
        }
    }
}
