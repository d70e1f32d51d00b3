package org.trabecula.stats.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trabecula.stats.StatsReference.number;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.trabecula.stats.Compared;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.StatsReference;
import org.trabecula.stats.reduction.ZScores;
import org.trabecula.stats.roc.AucEstimate;
import org.trabecula.stats.roc.DeLong;
import org.trabecula.stats.roc.Direction;
import org.trabecula.stats.tests.Alternative;
import org.trabecula.stats.tests.MannWhitney;
import org.trabecula.stats.tests.TestResult;
import org.trabecula.stats.tests.TwoSamples;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;

/// Real radiomics tables, step by step as SciPy 1.10.1 and scikit-learn 1.2.1: standardisation, Mann–Whitney, redundancy
/// in the order of p, areas of the test part. All six tables where the whole set is present, else one.
class TableChainTest {
    /// A pair whose |rho| is exactly 0.9 is kept there, as the reference rounds its correlations.
    private static final double ABOVE = 0.9 + 1e-10;

    private final Path folder =
            Reference.whole("tables").orElseGet(() -> Reference.core("stats-roc/tables"));

    @TestFactory
    List<DynamicTest> chains() {
        List<DynamicTest> tests = new ArrayList<>();
        JsonNode tables = StatsReference.jsonAt(folder.resolve("tables.json"));
        for (Map.Entry<String, JsonNode> entry : tables.properties()) {
            for (String split : List.of("s1", "s2", "s3", "s4", "s5", "center")) {
                Path expected = folder.resolve("expected/" + entry.getKey() + "/" + split + ".json");
                if (expected.toFile().exists() && folder.resolve(entry.getValue().get("file").stringValue()).toFile().exists()) {
                    tests.add(DynamicTest.dynamicTest(
                            entry.getKey() + " " + split, () -> chain(entry.getKey(), split, entry.getValue())));
                }
            }
        }
        assertThat(tests).isNotEmpty();
        return tests;
    }

    private void chain(String name, String split, JsonNode meta) {
        StatsReference.Table table = StatsReference.csvAt(folder.resolve(meta.get("file").stringValue()));
        StatsReference.Table parts =
                StatsReference.csvAt(folder.resolve("splits/" + name + "/" + split + "_split.csv"));
        JsonNode expected = StatsReference.jsonAt(folder.resolve("expected/" + name + "/" + split + ".json"));
        List<String> features = features(table, meta);
        int[] train = rows(table.text(meta.get("id").stringValue()), parts, "train");
        Outcome outcome = Outcome.ofZeroOne("target", table.numbers(meta.get("target").stringValue())).select(train);
        Matrix x = Matrix.ofColumns(features.stream().map(table::numbers).toArray(double[][]::new)).selectRows(train);
        Compared compared = new Compared("stats/tables");

        double[] p = univariate(x, outcome, features, name, split, compared);
        int[] order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer j) -> p[j]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] kept = IntStream.of(order).filter(j -> p[j] < 0.05).toArray();
        if (kept.length == 0) {
            kept = java.util.Arrays.copyOf(order, 10);
        }
        assertThat(names(features, kept)).isEqualTo(texts(expected.get("univariate").get("selected_in_p_order")));
        for (int k = 0; k < kept.length; k++) {
            compared.relative("p", p[kept[k]], number(expected.get("univariate").get("p").get(k)), 1e-11);
        }

        Redundancy.Result result =
                Redundancy.laterOfPair(Correlation.spearman(x.selectColumns(kept), 1), ABOVE);
        List<String> chosen = names(features, kept);
        assertThat(result.kept().stream().map(chosen::get)).isEqualTo(texts(expected.get("redundancy").get("kept")));
        JsonNode dropped = expected.get("redundancy").get("dropped");
        compared.equal("dropped", result.removed().size(), dropped.size());
        for (int k = 0; k < dropped.size(); k++) {
            Redundancy.Removed removed = result.removed().get(k);
            assertThat(chosen.get(removed.column())).isEqualTo(dropped.get(k).get("feature").stringValue());
            assertThat(chosen.get(removed.because())).isEqualTo(dropped.get(k).get("because_of").stringValue());
            compared.close("rho", removed.r(), number(dropped.get(k).get("rho")), 1e-13);
        }
        areas(name, split, expected, compared);
        compared.report();
    }

    /// p of every feature; compared with all columns of the univariate file where there is one.
    private double[] univariate(
            Matrix x, Outcome outcome, List<String> features, String name, String split, Compared compared) {
        Path file = folder.resolve("expected/" + name + "/" + split + "_univariate.csv.gz");
        StatsReference.Table r = file.toFile().exists() ? StatsReference.csvAt(file) : null;
        ZScores scale = ZScores.fit(x, 0);
        double[] p = new double[x.columns()];
        for (int j = 0; j < p.length; j++) {
            double[] column = x.column(j);
            double[] a = outcome.valuesOf(true, column);
            double[] b = outcome.valuesOf(false, column);
            TestResult rank = MannWhitney.test(a, b, Alternative.TWO_SIDED, MannWhitney.Method.NORMAL);
            boolean constant = scale.sds()[j] == 0;
            p[j] = constant ? 1 : rank.p();
            if (r != null) {
                int row = r.text("feature").indexOf(features.get(j));
                double sd = r.numbers("sd")[row];
                double magnitude = Math.max(1, Math.abs(r.numbers("mean")[row]) / Math.max(sd, 1e-300));
                compared.close("mean", scale.means()[j], r.numbers("mean")[row], 1e-12);
                // SciPy's sd loses the digits by which the mean exceeds it
                compared.relative("sd", scale.sds()[j], sd, 1e-13 * magnitude * magnitude + 1e-12);
                compared.close("U", rank.statistic(), r.numbers("U")[row], 0);
                compared.close("auc", rank.statistic() / a.length / b.length, r.numbers("auc")[row], 1e-14);
                compared.relative("p", p[j], r.numbers("p_mwu")[row], 1e-11);
                if (!constant) {
                    double tolerance = 1e-9 + 1e-13 * magnitude * magnitude;
                    compared.relative("t", TwoSamples.student(a, b).p(), r.numbers("p_student")[row], tolerance);
                    compared.relative("Welch", TwoSamples.welch(a, b).p(), r.numbers("p_welch")[row], tolerance);
                }
            }
        }
        return p;
    }

    private void areas(String name, String split, JsonNode expected, Compared compared) {
        Path file = folder.resolve("expected/" + name + "/" + split + "_scores.csv");
        if (!file.toFile().exists()) {
            return;
        }
        StatsReference.Table scores = StatsReference.csvAt(file);
        int[] test = IntStream.range(0, scores.text("part").size())
                .filter(row -> scores.text("part").get(row).equals("test"))
                .toArray();
        Outcome outcome = Outcome.ofZeroOne("target", scores.numbers("target")).select(test);
        Map<String, String> columns = Map.of(
                "radscore", "radscore", "logistic_l2", "logit", "svm", "svm", "knn", "knn", "xgboost", "xgb", "lightgbm",
                "lgb", "svm_grid", "svm_grid", "knn_grid", "knn_grid", "xgboost_grid", "xgb_grid");
        columns.forEach((model, column) -> {
            double[] all = scores.numbers(column);
            double[] score = IntStream.of(test).mapToDouble(row -> all[row]).toArray();
            AucEstimate ours = DeLong.estimate(outcome, score, Direction.CASES_HIGHER, 0.95);
            JsonNode r = expected.get("models").get(model).get("test");
            compared.close(model, ours.auc(), number(r.get("auc")), 1e-14);
            compared.close(model + " variance", ours.variance(), number(r.get("variance")), 1e-14);
            compared.close(model + " lower", ours.lower(), number(r.get("ci95").get(0)), 1e-12);
            compared.close(model + " upper", ours.upper(), number(r.get("ci95").get(1)), 1e-12);
        });
    }

    private static List<String> features(StatsReference.Table table, JsonNode meta) {
        List<String> others = new ArrayList<>();
        for (String role : List.of("id", "target", "group", "center", "time", "event")) {
            if (!meta.get(role).isNull()) {
                others.add(meta.get(role).stringValue());
            }
        }
        return table.names().stream().filter(column -> !others.contains(column)).toList();
    }

    private static int[] rows(List<String> ids, StatsReference.Table parts, String wanted) {
        return IntStream.range(0, ids.size())
                .filter(row -> {
                    int at = parts.text("id").indexOf(ids.get(row));
                    return at >= 0 && parts.text("part").get(at).equals(wanted);
                })
                .toArray();
    }

    private static List<String> names(List<String> features, int[] chosen) {
        return IntStream.of(chosen).mapToObj(features::get).toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::stringValue).toList();
    }
}
