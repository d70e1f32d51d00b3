package org.trabecula.stats;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.trabecula.testkit.Reference;
import org.trabecula.testkit.ReferenceTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the tables and the values of R and scikit-learn: the whole set where present, else the core in this repository.
public final class StatsReference {
    private StatsReference() {}

    static Path path(String file) {
        return Reference.whole("stats/" + file).orElseGet(() -> Reference.core("stats/" + file));
    }

    /// A JSON file, gzipped or not.
    public static JsonNode json(String file) {
        return jsonAt(path(file));
    }

    public static JsonNode jsonAt(Path file) {
        try (InputStream in = open(file)) {
            return JsonMapper.shared().readTree(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A CSV file by columns of text.
    ///
    /// @param names   of the columns, in file order
    /// @param columns their cells
    public record Table(List<String> names, List<List<String>> columns) {
        public List<String> text(String name) {
            return columns.get(names.indexOf(name));
        }

        public double[] numbers(String name) {
            return text(name).stream().mapToDouble(StatsReference::number).toArray();
        }

        /// The column `y`.
        public Outcome outcome() {
            return Outcome.ofZeroOne("y", numbers("y"));
        }

        /// The columns named x (or f) and digits, as R's scripts take them.
        public double[][] predictors() {
            return names.stream()
                    .filter(name -> name.matches("[xf][0-9]+(_t)?"))
                    .map(this::numbers)
                    .toArray(double[][]::new);
        }
    }

    public static Table csv(String file) {
        return csvAt(path(file));
    }

    /// Cells may be quoted; they hold no line breaks.
    public static Table csvAt(Path file) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            List<List<String>> rows = in.lines().map(ReferenceTable::cells).toList();
            List<List<String>> columns = new ArrayList<>();
            for (int j = 0; j < rows.getFirst().size(); j++) {
                int column = j;
                columns.add(rows.stream().skip(1).map(row -> row.get(column)).toList());
            }
            return new Table(rows.getFirst(), columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A table of `inputs/`.
    public static Table table(String name) {
        return csv("inputs/" + name + ".csv.gz");
    }

    /// A number of a JSON file: `null` and "NaN" are NaN.
    public static double number(JsonNode node) {
        return node.isNull() ? Double.NaN : node.isNumber() ? node.doubleValue() : number(node.stringValue());
    }

    public static double[] numbers(JsonNode array) {
        double[] values = new double[array.size()];
        for (int k = 0; k < values.length; k++) {
            values[k] = number(array.get(k));
        }
        return values;
    }

    private static double number(String text) {
        return switch (text) {
            case "NA", "NaN" -> Double.NaN;
            case "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static InputStream open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
    }
}
