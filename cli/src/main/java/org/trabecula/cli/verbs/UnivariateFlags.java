package org.trabecula.cli.verbs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.trabecula.learn.exploration.Adjustment;
import org.trabecula.learn.exploration.UnivariateTest;
import org.trabecula.learn.exploration.UnivariateTests;
import org.trabecula.stats.Outcome;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `select --univariate`: every feature tested by itself, cases against controls.
final class UnivariateFlags implements SelectMode {
    private static final int SHOWN = 20;

    @Option(
            names = "--univariate",
            paramLabel = "TEST",
            description = "Only test feature by feature: mannwhitney (R's choice of exact or normal), mannwhitney-normal, student,"
                    + " welch or auto (by Shapiro-Wilk).")
    @Nullable UnivariateTest test;

    @Option(
            names = "--adjust",
            paramLabel = "NAME",
            description = "p adjusted by bh (default), by, holm, bonferroni or none.")
    Adjustment adjust = Adjustment.BH;

    @Option(names = "--below", paramLabel = "P", description = "Keep adjusted p below P (default: 0.05).")
    double below = 0.05;

    @Override
    public List<String> used() {
        return List.of();
    }

    @Override
    public void require(SelectColumns columns) {
        columns.outcome();
    }

    @Override
    public SelectResult result(SelectCases cases) {
        List<String> names = cases.features();
        int[] rows = cases.rows(List.of(cases.columns().outcome()));
        Outcome outcome = Outcome.ofZeroOne("'" + cases.columns().outcome() + "'", cases.outcome(rows));
        UnivariateTest chosen = Objects.requireNonNull(test);
        List<UnivariateTests.Feature> tests =
                UnivariateTests.of(cases.matrix(names, rows), outcome, chosen, adjust, cases.jobs()).features();
        Map<String, @Nullable Object> features = new LinkedHashMap<>();
        List<String> kept = new ArrayList<>();
        CsvText csv = new CsvText("name", "test", "statistic", "p", "p_adjusted", "auc");
        for (int j = 0; j < names.size(); j++) {
            UnivariateTests.Feature one = tests.get(j);
            features.put(names.get(j), fields(one));
            csv.line(names.get(j), one.test().method(), one.test().statistic(), one.test().p(), one.adjusted(), one.auc());
            if (one.adjusted() < below) {
                kept.add(names.get(j));
            }
        }
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("univariate", chosen.toString());
        document.put("adjust", adjustment());
        document.put("below", below);
        document.put("n", outcome.size());
        document.put("positives", outcome.cases());
        document.put("features", features);
        document.put("kept", kept);
        ObjectNode tree = JsonMapper.shared().valueToTree(document);
        return new SelectResult(tree, text(names, tests, kept.size()), Map.of("univariate.csv", csv.toString()));
    }

    private static Map<String, @Nullable Object> fields(UnivariateTests.Feature one) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        String why = "the feature is constant, or a class is too small";
        object.put("test", one.test().method());
        JsonNumbers.put(object, "statistic", one.test().statistic(), why);
        JsonNumbers.put(object, "p", one.test().p(), why);
        JsonNumbers.put(object, "p_adjusted", one.adjusted(), why);
        object.put("auc", one.auc());
        return object;
    }

    private String adjustment() {
        return adjust.name().toLowerCase(Locale.ROOT);
    }

    /// The strongest first; constant features last.
    private String text(List<String> names, List<UnivariateTests.Feature> tests, int kept) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%d of %d features with adjusted p (%s) below %s%n",
                kept, tests.size(), adjustment(), below));
        IntStream.range(0, tests.size())
                .boxed()
                .sorted((a, b) -> Double.compare(tests.get(a).test().p(), tests.get(b).test().p()))
                .limit(SHOWN)
                .forEach(j -> text.append(String.format(
                        Locale.ROOT, "p %-11.4g adjusted %-11.4g %s%n", tests.get(j).test().p(), tests.get(j).adjusted(),
                        names.get(j))));
        return text.toString();
    }
}
