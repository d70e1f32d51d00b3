package org.trabecula.learn.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.trabecula.learn.Split;
import org.trabecula.learn.Training;
import org.trabecula.learn.step.ZScore;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.roc.DeLong;
import org.trabecula.stats.roc.Direction;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.FeatureTable;
import org.trabecula.table.TextTable;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Fixed splits of real radiomics tables with what scikit-learn, XGBoost and LightGBM make of them (README of the reference set's
/// `tables`, steps 1 and 5): the selected features, standardised with the training part.
final class ReferenceSplits {
    /// Splits whose scores are written down case by case.
    static final List<String> SCORED = List.of("s1", "center");
    static final List<String> ALL = List.of("s1", "s2", "s3", "s4", "s5", "center");

    private static final Path FOLDER = Reference.whole("tables").orElseGet(() -> Reference.core("stats/tables"));

    private static final Map<String, One> READ = new ConcurrentHashMap<>();

    private ReferenceSplits() {}

    /// One split.
    ///
    /// @param name     of table and split
    /// @param expected what was found, by model
    /// @param training the training part
    /// @param test     features of the test part
    /// @param outcome  of the test part
    /// @param scores   of every case by every model, for some splits
    record One(
            String name, JsonNode expected, Training training, FeatureTable test, Outcome outcome, Optional<TextTable> scores) {
        double auc(double[] testScores) {
            return DeLong.estimate(outcome, testScores, Direction.CASES_HIGHER, 0.95).auc();
        }

        /// The written scores of the test cases, in their order.
        Optional<double[]> scores(String model) {
            return scores.map(written -> {
                double[] all = written.numbers(model);
                List<String> order = written.column("id");
                return test.caseIds().stream().mapToDouble(id -> all[order.indexOf(id)]).toArray();
            });
        }
    }

    /// A test for every split that is there.
    static List<DynamicTest> tests(List<String> splits, Consumer<One> test) throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Map.Entry<String, JsonNode> table : json(FOLDER.resolve("tables.json")).properties()) {
            Path file = FOLDER.resolve(table.getValue().get("file").stringValue());
            for (String split : splits) {
                Path parts = FOLDER.resolve("splits/" + table.getKey() + "/" + split + "_split.csv");
                if (Files.exists(file) && Files.exists(parts)) {
                    tests.add(DynamicTest.dynamicTest(
                            table.getKey() + " " + split, () -> test.accept(once(file, parts, table.getKey(), split, table.getValue()))));
                }
            }
        }
        assertThat(tests).isNotEmpty();
        return tests;
    }

    /// Reading takes longer than most classifiers.
    private static One once(Path file, Path parts, String table, String split, JsonNode meta) {
        return READ.computeIfAbsent(table + " " + split, _ -> {
            try {
                return read(file, parts, table, split, meta);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static One read(Path file, Path parts, String name, String part, JsonNode meta) throws IOException {
        JsonNode expected = json(FOLDER.resolve("expected/" + name + "/" + part + ".json"));
        TextTable text = DelimitedText.read(file);
        List<String> ids = text.column(meta.get("id").stringValue());
        double[] outcomes = text.numbers(meta.get("target").stringValue());
        List<String> names = new ArrayList<>();
        expected.get("selected").forEach(feature -> names.add(feature.stringValue()));
        FeatureTable all = new FeatureTable(ids, names, names.stream().map(text::numbers).toArray(double[][]::new));
        Split split = split(ids, outcomes, DelimitedText.read(parts));
        Training raw = split.training(all);
        ZScore scale = ZScore.fit(raw, 0);
        Path scored = FOLDER.resolve("expected/" + name + "/" + part + "_scores.csv");
        return new One(
                name + " " + part, expected.get("models"), raw.transformed(scale::apply), scale.apply(split.testRows(all)),
                split.test().outcome(), Files.exists(scored) ? Optional.of(DelimitedText.read(scored)) : Optional.empty());
    }

    private static Split split(List<String> ids, double[] outcomes, TextTable parts) {
        Set<String> test = new HashSet<>();
        Set<String> used = new HashSet<>();
        for (int row = 0; row < parts.rowCount(); row++) {
            used.add(parts.cell(row, "id"));
            if (parts.cell(row, "part").equals("test")) {
                test.add(parts.cell(row, "id"));
            }
        }
        int[] rows = IntStream.range(0, ids.size()).filter(row -> used.contains(ids.get(row))).toArray();
        LabelledRows all = new LabelledRows(ids, ids, Outcome.ofZeroOne("outcome", outcomes));
        return Split.given(all.select(rows), test);
    }

    private static JsonNode json(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(file));
    }
}
