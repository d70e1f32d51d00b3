package org.trabecula.learn.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
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
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The support vector machine of scikit-learn 1.2.1 on the selected features of real radiomics tables (README of the reference
/// set's `tables`, steps 1 and 5): standardised with the training part, radial kernel, C = 1.
class SvmConformanceTest {
    /// Both stop on libsvm's criterion, the reference at 1e-6, we at its usual 1e-3; decision values are near 1.
    private static final double DECISION = 5e-3;
    /// Decisions that near may change places: a few pairs of some thousands.
    private static final double AUC = 2e-3;

    private final Path folder = Reference.whole("tables").orElseGet(() -> Reference.core("stats/tables"));

    @TestFactory
    List<DynamicTest> splits() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Map.Entry<String, JsonNode> table : json(folder.resolve("tables.json")).properties()) {
            Path file = folder.resolve(table.getValue().get("file").stringValue());
            for (String split : List.of("s1", "s2", "s3", "s4", "s5", "center")) {
                Path parts = folder.resolve("splits/" + table.getKey() + "/" + split + "_split.csv");
                if (Files.exists(file) && Files.exists(parts)) {
                    tests.add(DynamicTest.dynamicTest(
                            table.getKey() + " " + split, () -> agrees(file, parts, table.getKey(), split, table.getValue())));
                }
            }
        }
        assertThat(tests).isNotEmpty();
        return tests;
    }

    private void agrees(Path file, Path parts, String name, String part, JsonNode meta) throws IOException {
        JsonNode expected = json(folder.resolve("expected/" + name + "/" + part + ".json"));
        TextTable text = DelimitedText.read(file);
        List<String> ids = text.column(meta.get("id").stringValue());
        double[] outcomes = text.numbers(meta.get("target").stringValue());
        List<String> names = new ArrayList<>();
        expected.get("selected").forEach(feature -> names.add(feature.stringValue()));
        FeatureTable all = new FeatureTable(ids, names, names.stream().map(text::numbers).toArray(double[][]::new));
        Split split = split(ids, outcomes, DelimitedText.read(parts));
        Training raw = split.training(all);
        ZScore scale = ZScore.fit(raw, 0);
        JsonNode svm = expected.get("models").get("svm");
        SvmModel model = Svm.fit(
                raw.transformed(scale::apply),
                new SvmSettings(SvmSettings.Kernel.RADIAL, svm.get("C").doubleValue(), svm.get("gamma").doubleValue()));
        FeatureTable test = scale.apply(split.testRows(all));
        double[] scores = model.score(test);
        double auc = DeLong.estimate(split.test().outcome(), scores, Direction.CASES_HIGHER, 0.95).auc();
        assertThat(auc).isCloseTo(svm.get("test").get("auc").doubleValue(), within(AUC));
        Conformance.compared("learn/svm", 1);
        Path scored = folder.resolve("expected/" + name + "/" + part + "_scores.csv");
        if (Files.exists(scored)) {
            compare(DelimitedText.read(scored), test.caseIds(), scores);
        }
    }

    private static void compare(TextTable expected, List<String> ids, double[] scores) {
        double[] svm = expected.numbers("svm");
        List<String> order = expected.column("id");
        for (int row = 0; row < scores.length; row++) {
            int at = order.indexOf(ids.get(row));
            assertThat(scores[row]).as(ids.get(row)).isCloseTo(svm[at], within(DECISION));
        }
        Conformance.compared("learn/svm", scores.length);
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
