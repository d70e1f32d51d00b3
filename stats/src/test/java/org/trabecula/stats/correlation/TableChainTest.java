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
            Reference.whole("tables").orElseGet(() -> Reference.core("stats/tables"));

    @TestFactory
    List<DynamicTest> chains() {
        List<DynamicTest> tests = new ArrayList<>();
        JsonNode tables = StatsReference.jsonAt(folder.resolve("tables.json"));
        for (Map.Entry<String, JsonNode> entry : tables.properties()) {
            Path file = folder.resolve(entry.getValue().get("file").stringValue());
            StatsReference.Table table = file.toFile().exists() ? StatsReference.csvAt(file) : null;
            for (String split : List.of("s1", "s2", "s3", "s4", "s5", "center")) {
                Path expected = folder.resolve("expected/" + entry.getKey() + "/" + split + ".json");
                if (table != null && expected.toFile().exists()) {
                    tests.add(DynamicTest.dynamicTest(
                            entry.getKey() + " " + split, () -> chain(table, entry.getKey(), split, entry.getValue())));
                }
            }
        }
        assertThat(tests).isNotEmpty();
        return tests;
    }

    private void chain(StatsReference.Table table, String name, String split, JsonNode meta) {
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
                Redundancy.laterOfPair(CorrelatedPairs.spearman(x.selectColumns(kept), ABOVE, 1));
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
        ZScores scale = ZScores.fit(x, 0);
        double[] p = new double[x.columns()];
        for (int j = 0; j < p.length; j++) {
            p[j] = scale.sds()[j] == 0 ? 1 : rankTest(x, outcome, j).p();
        }
        Path file = folder.resolve("expected/" + name + "/" + split + "_univariate.csv.gz");
        if (file.toFile().exists()) {
            compareUnivariate(x, outcome, features, StatsReference.csvAt(file), p, compared);
        }
        return p;
    }

    private static TestResult rankTest(Matrix x, Outcome outcome, int j) {
        double[] column = x.column(j);
        return MannWhitney.test(
                outcome.valuesOf(true, column),
                outcome.valuesOf(false, column),
                Alternative.TWO_SIDED,
                MannWhitney.Method.NORMAL);
    }

    private static void compareUnivariate(
            Matrix x, Outcome outcome, List<String> features, StatsReference.Table r, double[] p, Compared compared) {
        assertThat(r.text("feature")).isEqualTo(features);
        double[] means = r.numbers("mean");
        double[] sds = r.numbers("sd");
        double[] u = r.numbers("U");
        double[] auc = r.numbers("auc");
        double[] rank = r.numbers("p_mwu");
        double[] student = r.numbers("p_student");
        double[] welch = r.numbers("p_welch");
        ZScores scale = ZScores.fit(x, 0);
        for (int j = 0; j < p.length; j++) {
            double[] a = outcome.valuesOf(true, x.column(j));
            double[] b = outcome.valuesOf(false, x.column(j));
            double magnitude = Math.max(1, Math.abs(means[j]) / Math.max(sds[j], 1e-300));
            compared.close("mean", scale.means()[j], means[j], 1e-12);
            // NumPy's sd loses the digits by which the mean exceeds it
            compared.relative("sd", scale.sds()[j], sds[j], 1e-13 * magnitude * magnitude + 1e-12);
            double statistic = rankTest(x, outcome, j).statistic();
            compared.close("U", statistic, u[j], 0);
            compared.close("auc", statistic / a.length / b.length, auc[j], 1e-14);
            compared.relative("p", p[j], rank[j], 1e-11);
            if (scale.sds()[j] > 0) {
                double tolerance = 1e-9 + 1e-13 * magnitude * magnitude;
                compared.relative("t", TwoSamples.student(a, b).p(), student[j], tolerance);
                compared.relative("Welch", TwoSamples.welch(a, b).p(), welch[j], tolerance);
            }
        }
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
        List<String> members = IntStream.range(0, parts.text("id").size())
                .filter(row -> parts.text("part").get(row).equals(wanted))
                .mapToObj(parts.text("id")::get)
                .toList();
        return IntStream.range(0, ids.size()).filter(row -> members.contains(ids.get(row))).toArray();
    }

    private static List<String> names(List<String> features, int[] chosen) {
        return IntStream.of(chosen).mapToObj(features::get).toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::stringValue).toList();
    }
}
