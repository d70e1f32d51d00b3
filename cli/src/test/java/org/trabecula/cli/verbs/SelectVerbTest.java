package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.cli.CommandLineRun;
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;

/// `select` end to end: the document of the contract holds the numbers of glmnet 4.1-6 and scikit-learn 1.2.1.
class SelectVerbTest {
    @TempDir
    private Path folder;

    static Stream<String> paths() throws IOException {
        return files("path__", "thresh1e-20.json.gz");
    }

    static Stream<String> curves() throws IOException {
        return files("cv__", "thresh1e-12.json.gz");
    }

    /// Where glmnet converged, on tables with one optimum that take no seconds.
    private static Stream<String> files(String prefix, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(Reference.core("stats/glmnet"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(prefix) && name.endsWith(suffix))
                    .filter(name -> !name.matches(".*(wide|radiomics_like|with_constant|separable|stdF|naive).*"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /// glmnet at `thresh` 1e-20 is at the optimum to 1e-8 (p_gt_n: 1e-7) of its largest coefficient.
    @ParameterizedTest(name = "{0}")
    @MethodSource("paths")
    void pathIsGlmnets(String file) throws IOException {
        JsonNode reference = CommandLineRun.json(Reference.core("stats/glmnet/" + file));
        JsonNode meta = reference.get("meta");
        List<String> args = command(meta);
        args.addAll(List.of("--fold-count", "3"));
        JsonNode ours = run(args).get("path");
        JsonNode path = reference.get("path");
        double tolerance = meta.get("table").stringValue().equals("p_gt_n") ? 1e-7 : 1e-8;
        int common = Math.min(ours.size(), path.get("lambda").size());
        assertThat(ours.size()).isBetween(path.get("lambda").size() - 4, path.get("lambda").size() + 4);
        for (int k = 0; k < common; k++) {
            JsonNode point = ours.get(k);
            boolean endless = number(meta.get("alpha")) == 0 && k == 0; // λ = 9.9e35 there: coefficients near 1e-37
            assertThat(number(point.get("lambda"))).isCloseTo(number(path.get("lambda").get(k)), withPercentage(1e-3));
            assertThat(number(point.get("deviance_ratio"))).isCloseTo(number(path.get("dev_ratio").get(k)), offset(1e-9));
            if (!endless) {
                JsonNode beta = path.get("beta").get(k);
                compare(point, beta, tolerance, meta.get("table").stringValue() + ", lambda " + k);
                if (!meta.get("family").stringValue().equals("cox")) {
                    double largest = Math.max(1, Math.abs(number(path.get("a0").get(k))));
                    assertThat(number(point.get("intercept"))).isCloseTo(number(path.get("a0").get(k)), offset(10 * tolerance * largest));
                }
            }
        }
        if (meta.get("family").stringValue().equals("cox")) {
            assertThat(ours.get(0).get("intercept").isNull()).isTrue();
            assertThat(ours.get(0).get("why").stringValue()).contains("no intercept");
        }
        Conformance.compared("cli/select", 4L * common);
    }

    /// Names as the tables number them: x01 or, of a hundred and more, x001.
    private static String feature(int column, boolean many) {
        return String.format(Locale.ROOT, many ? "x%03d" : "x%02d", column + 1);
    }

    private static void compare(JsonNode point, JsonNode beta, double relative, String where) {
        Map<String, JsonNode> found = new HashMap<>();
        point.get("coefficients").properties().forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        double largest = 1e-300;
        for (JsonNode value : beta.get("v")) {
            largest = Math.max(largest, Math.abs(number(value)));
        }
        for (int j = 0; j < beta.get("j").size(); j++) {
            String name = feature(beta.get("j").get(j).intValue(), where.startsWith("p_gt_n"));
            JsonNode ours = found.remove(name);
            assertThat(ours == null ? 0 : number(ours))
                    .as(where + ", " + name)
                    .isCloseTo(number(beta.get("v").get(j)), offset(relative * largest));
        }
        for (Map.Entry<String, JsonNode> extra : found.entrySet()) { // at the edge of its entry to the model
            assertThat(number(extra.getValue())).as(where + ", " + extra.getKey()).isCloseTo(0, offset(relative * largest));
        }
    }

    /// Down to lambda.min `cv.glmnet` at `thresh` 1e-12 agrees to 1e-6; table cox has tied times that glmnet 4.1-6 loses.
    @ParameterizedTest(name = "{0}")
    @MethodSource("curves")
    void crossValidationIsGlmnets(String file) throws IOException {
        JsonNode reference = CommandLineRun.json(Reference.core("stats/glmnet/" + file));
        JsonNode meta = reference.get("meta");
        List<String> args = command(meta);
        args.addAll(List.of("--folds", meta.get("foldid_column").stringValue(), "--measure",
                meta.get("type_measure_asked").stringValue(), "--alignment", meta.get("alignment").stringValue()));
        if (!meta.get("grouped").booleanValue()) {
            args.add("--ungrouped");
        }
        if (!meta.get("user_lambda").isNull()) {
            List<String> lambdas = new ArrayList<>();
            meta.get("user_lambda").forEach(value -> lambdas.add(value.toString()));
            args.addAll(List.of("--lambdas", write("lambdas.txt", String.join("\n", lambdas))));
        }
        JsonNode cv = run(args).get("cv");
        boolean ties = meta.get("table").stringValue().equals("cox");
        int min = reference.get("index_min_0based").intValue();
        for (int k = 0; k <= min; k++) {
            double mean = number(reference.get("cvm").get(k));
            double scale = Math.max(1, Math.abs(mean)) * (ties ? 3e-2 : 1e-6);
            assertThat(number(cv.get("mean").get(k))).as("mean at lambda %d", k).isCloseTo(mean, offset(scale));
            assertThat(number(cv.get("sd").get(k))).as("sd at lambda %d", k)
                    .isCloseTo(number(reference.get("cvsd").get(k)), offset(5 * scale));
        }
        if (!ties) {
            assertThat(number(cv.get("lambda_min"))).isCloseTo(number(reference.get("lambda_min")), withPercentage(1e-3));
            assertThat(number(cv.get("lambda_1se"))).isCloseTo(number(reference.get("lambda_1se")), withPercentage(1e-3));
        }
        Conformance.compared("cli/select", 2L * min + 4);
    }

    @ParameterizedTest
    @MethodSource("lassoCvs")
    void lassoCvIsScikitLearns(String table, String columns, String run) throws IOException {
        JsonNode reference = CommandLineRun.json(
                Reference.core("stats/sklearn/lassocv__" + table + "__" + columns + ".json.gz")).get(run);
        List<String> args = new ArrayList<>(List.of("select", input(table), "--outcome", "y", "--family", "gaussian",
                "--features", "x*", "--method", "lassocv", "--json"));
        if (columns.equals("raw")) {
            args.add("--no-standardize");
        }
        JsonNode ours = run(args);
        assertThat(number(ours.get("cv").get("lambda_min"))).isCloseTo(number(reference.get("alpha")), withPercentage(1e-9));
        for (int k = 0; k < reference.get("mean_mse").size(); k++) {
            double mean = number(reference.get("mean_mse").get(k));
            assertThat(number(ours.get("cv").get("mean").get(k))).isCloseTo(mean, offset(2e-6 * mean));
        }
        if (columns.equals("raw")) {
            compare(ours.get("selected"), reference.get("coef"), 2e-5, run);
        }
        Conformance.compared("cli/select", reference.get("mean_mse").size() + 1);
    }

    static Stream<Arguments> lassoCvs() {
        return Stream.of(
                Arguments.of("small_binomial", "raw", "tol_1e-10"),
                Arguments.of("gaussian", "z", "tol_1e-10"));
    }

    @Test
    void foldsOfATableAreFoundByCase() throws IOException {
        StringBuilder folds = new StringBuilder("case_id,fold\n");
        for (int id = 120; id >= 1; id--) { // another order than the table's
            folds.append(id).append(',').append(1 + id % 4).append('\n');
        }
        String table = input("small_binomial");
        JsonNode one = run(List.of("select", table, "--outcome", "y", "--features", "x*", "--folds",
                write("folds.csv", folds.toString()), "--json", "--jobs", "1"));
        JsonNode four = run(List.of("select", table, "--outcome", "y", "--features", "x*", "--folds",
                folder.resolve("folds.csv").toString(), "--json", "--jobs", "4"));
        assertThat(one).isEqualTo(four);
    }

    @Test
    void selectedFollowsTheRule() {
        List<String> args = new ArrayList<>(List.of("select", input("small_binomial"), "--outcome", "y", "--features", "x*",
                "--folds", "fold5", "--json"));
        JsonNode min = run(args);
        args.addAll(List.of("--lambda", "1se"));
        JsonNode oneSe = run(args);
        assertThat(min.get("selected").get("lambda")).isEqualTo(min.get("cv").get("lambda_min"));
        assertThat(oneSe.get("selected").get("lambda")).isEqualTo(min.get("cv").get("lambda_1se"));
        assertThat(oneSe.get("selected").get("coefficients").size()).isLessThan(min.get("selected").get("coefficients").size());
    }

    @Test
    void redundancyNamesWhatItRepeats() throws IOException {
        String table = write("t.csv", "case_id,a,b,c\n1,1,2,5\n2,2,3,1\n3,3,5,4\n4,4,9,2\n5,5,11,3\n");
        JsonNode later = run(List.of("select", table, "--redundancy", "0.9", "--remove", "later-of-pair", "--json"));
        assertThat(later.toString()).isEqualTo("{\"kept\":[\"a\",\"c\"],\"removed\":[{\"name\":\"b\",\"because\":\"a\",\"rho\":1.0}]}");
        assertThat(run(List.of("select", table, "--redundancy", "0.9", "--json")).get("kept").size()).isEqualTo(2);
    }

    @Test
    void writesItsDocumentAndNeverOverIt() throws IOException {
        Path out = folder.resolve("out");
        List<String> args = List.of("select", input("gaussian"), "--outcome", "y", "--family", "gaussian", "--features", "x*",
                "--folds", "fold10", "-o", out.toString(), "--json");
        assertThat(CommandLineRun.json(out(args, out).resolve("select.json"))).isEqualTo(run(withForce(args)));
        CommandLineRun again = CommandLineRun.of(args);
        assertThat(again.exit()).isEqualTo(3);
        assertThat(again.err()).contains("CLI-002").contains("--force");
    }

    private static List<String> withForce(List<String> args) {
        List<String> forced = new ArrayList<>(args);
        forced.add("--force");
        return forced;
    }

    private static Path out(List<String> args, Path out) {
        run(args);
        return out;
    }

    @Test
    void wrongUsageIsTold() {
        String table = input("small_binomial");
        assertThat(CommandLineRun.of("select", table).exit()).isEqualTo(2);
        assertThat(CommandLineRun.of("select", table, "--outcome", "y", "--lambda", "x", "--features", "x*").exit()).isEqualTo(2);
        assertThat(CommandLineRun.of("select", table, "--outcome", "z").exit()).isEqualTo(3);
        assertThat(CommandLineRun.of("select", table, "--outcome", "x01").err()).contains("FIT-004");
    }

    private List<String> command(JsonNode meta) throws IOException {
        List<String> args = new ArrayList<>(List.of("select", input(meta.get("table").stringValue()), "--features", "x*",
                "--family", meta.get("family").stringValue(), "--alpha", meta.get("alpha").toString(), "--json"));
        args.addAll(meta.get("family").stringValue().equals("cox")
                ? List.of("--time", "time", "--event", "status")
                : List.of("--outcome", "y"));
        if (!meta.get("standardize").booleanValue()) {
            args.add("--no-standardize");
        }
        if (!meta.get("intercept").booleanValue()) {
            args.add("--no-intercept");
        }
        if (!meta.get("weights_column").isNull()) {
            args.addAll(List.of("--weights", meta.get("weights_column").stringValue()));
        }
        if (!meta.get("offset_column").isNull()) {
            args.addAll(List.of("--offset", meta.get("offset_column").stringValue()));
        }
        if (!meta.get("penalty_factor").isNull()) {
            StringBuilder factors = new StringBuilder("name,factor\n");
            for (int j = 0; j < meta.get("penalty_factor").size(); j++) {
                factors.append(String.format(Locale.ROOT, "x%02d,%s%n", j + 1, number(meta.get("penalty_factor").get(j))));
            }
            args.addAll(List.of("--penalty-factors", write("factors.csv", factors.toString())));
        }
        if (meta.get("kind").stringValue().equals("path") && !meta.get("user_lambda").isNull()) {
            List<String> lambdas = new ArrayList<>();
            meta.get("user_lambda").forEach(value -> lambdas.add(value.toString()));
            args.addAll(List.of("--lambdas", write("lambdas.txt", String.join("\n", lambdas))));
        }
        return args;
    }

    private static JsonNode run(List<String> args) {
        CommandLineRun ran = CommandLineRun.of(args);
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran.json();
    }

    private String write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static String input(String table) {
        return Reference.core("stats/inputs/" + table + ".csv.gz").toString();
    }

    private static double number(JsonNode node) {
        return node.isNumber() ? node.doubleValue() : Double.parseDouble(node.stringValue().replace("Inf", "Infinity"));
    }
}
