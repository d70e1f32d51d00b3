package org.trabecula.radiomics.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// A table that ships beside a class: tab-separated UTF-8, names of the columns in the first line.
public final class TableResource {
    private TableResource() {}

    /// The rows below the head, each with one cell per column.
    ///
    /// @param beside  the class in whose package the file lies
    /// @param columns how many there must be
    public static List<List<String>> rows(Class<?> beside, String file, int columns) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(file), file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<List<String>> rows = reader.lines()
                    .skip(1)
                    .map(line -> Arrays.asList(line.split("\t", -1)))
                    .toList();
            for (List<String> row : rows) {
                if (row.size() != columns) {
                    throw new IllegalStateException(file + ": " + row.size() + " cells for " + columns + " columns: " + row);
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
