package org.trabecula.cli.verbs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trabecula.table.TableFormat;
import org.trabecula.table.TextTableFile;

/// Lines of a CSV file, numbers in full.
final class CsvText {
    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    CsvText(Object... header) {
        this.header = Arrays.stream(header).map(CsvText::cell).toList();
    }

    /// NaN is an empty cell.
    CsvText line(Object... cells) {
        rows.add(Arrays.stream(cells).map(CsvText::cell).toList());
        return this;
    }

    private static String cell(Object value) {
        return value instanceof Double number && Double.isNaN(number) ? "" : value.toString();
    }

    @Override
    public String toString() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            TextTableFile.write(bytes, TableFormat.CSV, header, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
