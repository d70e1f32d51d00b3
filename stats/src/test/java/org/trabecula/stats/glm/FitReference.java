package org.trabecula.stats.glm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.Variable;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// R's values for unpenalised models and nomograms: the whole set where present, else the core in this repository.
public final class FitReference {
    private FitReference() {}

    /// A JSON file, gzipped or not.
    public static JsonNode json(String file) {
        try (InputStream in = open(file)) {
            return JsonMapper.shared().readTree(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The columns of an input table, numbers where all cells are.
    public static Map<String, Variable> table(String name) {
        List<String[]> rows;
        try (InputStream in = open("inputs/" + name + ".csv.gz")) {
            rows = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Variable> columns = new LinkedHashMap<>();
        for (int j = 0; j < rows.getFirst().length; j++) {
            int column = j;
            String header = rows.getFirst()[j];
            List<String> cells = rows.stream().skip(1).map(row -> row[column]).toList();
            boolean numbers = cells.stream().allMatch(cell -> cell.matches("NA|[-+0-9.eE]+"));
            columns.put(header, numbers
                    ? new Variable.Numbers(header, cells.stream().mapToDouble(FitReference::number).toArray())
                    : new Variable.Labels(header, cells));
        }
        return columns;
    }

    public static double[] numbers(Map<String, Variable> table, String name) {
        return ((Variable.Numbers) Objects.requireNonNull(table.get(name), name)).values();
    }

    /// The columns of a linear model of these terms, all rows.
    public static Matrix matrix(Map<String, Variable> table, String... terms) {
        ModelTerms model = ModelTerms.learn(List.of(terms), table);
        return model.encode(table, model.completeRows(table));
    }

    public static double[] numbers(JsonNode array) {
        return IntStream.range(0, array.size()).mapToDouble(k -> number(array.get(k))).toArray();
    }

    public static double number(JsonNode node) {
        return node.isNull() ? Double.NaN : node.isNumber() ? node.doubleValue() : number(node.stringValue());
    }

    private static double number(String text) {
        return text.equals("NA") ? Double.NaN : Double.parseDouble(text.replace("Inf", "Infinity"));
    }

    /// The resamples of a file, counted from 0.
    public static List<int[]> resamples(JsonNode indices) {
        List<int[]> resamples = new ArrayList<>();
        for (JsonNode resample : indices) {
            resamples.add(IntStream.range(0, resample.size()).map(k -> resample.get(k).intValue() - 1).toArray());
        }
        return resamples;
    }

    private static InputStream open(String file) throws IOException {
        Path path = Reference.whole("stats/" + file).orElseGet(() -> Reference.core("stats/" + file));
        InputStream raw = Files.newInputStream(path);
        return file.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
    }
}
