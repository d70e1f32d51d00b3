package org.trabecula.stats.penalised;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.glm.Ties;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The files of glmnet 4.1-6 and scikit-learn 1.2.1 and their input tables: the whole set where present, else the core in
/// this repository.
final class GlmnetReference {
    private static final Map<String, Table> TABLES = new HashMap<>();

    private GlmnetReference() {}

    /// An input table.
    ///
    /// @param x the columns named x and digits, in file order
    record Table(Matrix x, List<String> features, Map<String, double[]> columns) {
        double[] column(String name) {
            return Objects.requireNonNull(columns.get(name), name);
        }
    }

    /// Names of the files of one folder that begin with `prefix`.
    static List<String> files(String folder, String prefix) {
        try (Stream<Path> files = Files.list(path(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(prefix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether a file belongs to one of the tables that take seconds.
    static boolean isLarge(String file) {
        return file.contains("__wide__") || file.contains("__radiomics_like__");
    }

    static JsonNode json(String file) {
        try (InputStream in = open(path(file))) {
            return JsonMapper.shared().readTree(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static synchronized Table table(String name) {
        return TABLES.computeIfAbsent(name, GlmnetReference::read);
    }

    /// Whether a table lies in the set at hand.
    static boolean hasTable(String name) {
        return Files.exists(path("inputs").resolve(name + ".csv.gz"));
    }

    /// The settings that a file's `meta` describes, without its λ.
    static ElasticNet settings(JsonNode meta) {
        ElasticNet net = switch (meta.get("family").stringValue()) {
            case "gaussian" -> ElasticNet.gaussian();
            case "binomial" -> ElasticNet.binomial();
            default -> ElasticNet.cox(Ties.BRESLOW);
        };
        net = net.withAlpha(meta.get("alpha").doubleValue()).withStandardize(meta.get("standardize").booleanValue());
        JsonNode intercept = meta.get("intercept");
        if (intercept != null) {
            net = net.withIntercept(intercept.booleanValue());
        }
        JsonNode factors = meta.get("penalty_factor");
        if (factors != null && !factors.isNull()) {
            net = net.withPenaltyFactors(numbers(factors));
        }
        return net;
    }

    /// The response that a file's `meta` describes.
    static Response response(JsonNode meta) {
        Table table = table(meta.get("table").stringValue());
        Response response = meta.get("family").stringValue().equals("cox")
                ? Response.survival(table.column("time"), table.column("status"))
                : Response.of(table.column("y"));
        String weights = text(meta, "weights_column", "weights");
        String offset = text(meta, "offset_column", "offset");
        if (weights != null) {
            response = response.weighted(table.column(weights));
        }
        return offset == null ? response : response.offset(table.column(offset));
    }

    private static @Nullable String text(JsonNode meta, String key, String other) {
        JsonNode node = meta.has(key) ? meta.get(key) : meta.get(other);
        return node == null || node.isNull() ? null : node.stringValue();
    }

    static double[] numbers(JsonNode array) {
        return IntStream.range(0, array.size()).mapToDouble(k -> number(array.get(k))).toArray();
    }

    static double number(JsonNode node) {
        if (node.isNull()) {
            return Double.NaN;
        }
        return node.isNumber() ? node.doubleValue() : Double.parseDouble(node.stringValue().replace("Inf", "Infinity"));
    }

    /// A sparse solution, as a dense vector.
    static double[] dense(JsonNode columns, JsonNode values, int features) {
        double[] dense = new double[features];
        for (int k = 0; k < columns.size(); k++) {
            dense[columns.get(k).intValue()] = number(values.get(k));
        }
        return dense;
    }

    private static Path path(String file) {
        return Reference.whole("stats/" + file).orElseGet(() -> Reference.core("stats/" + file));
    }

    private static InputStream open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
    }

    private static Table read(String name) {
        List<String> lines;
        try (InputStream in = open(path("inputs/" + name + ".csv.gz"))) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String[] header = lines.getFirst().split(",");
        double[][] columns = new double[header.length][lines.size() - 1];
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", -1);
            for (int j = 0; j < header.length; j++) {
                columns[j][i - 1] = cells[j].equals("NA") ? Double.NaN : Double.parseDouble(cells[j]);
            }
        }
        int[] features = IntStream.range(0, header.length).filter(j -> header[j].matches("x[0-9]+")).toArray();
        Map<String, double[]> byName = new HashMap<>();
        for (int j = 0; j < header.length; j++) {
            byName.put(header[j], columns[j]);
        }
        return new Table(
                Matrix.ofColumns(Arrays.stream(features).mapToObj(j -> columns[j]).toArray(double[][]::new)),
                Arrays.stream(features).mapToObj(j -> header[j]).toList(),
                byName);
    }
}
