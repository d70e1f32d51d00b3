package org.trabecula.cli.verbs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.core.Parallel;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.roc.Direction;
import org.trabecula.stats.roc.RocCurve;
import org.trabecula.stats.tests.AdjustedP;
import org.trabecula.stats.tests.Alternative;
import org.trabecula.stats.tests.MannWhitney;
import org.trabecula.stats.tests.TestResult;
import org.trabecula.stats.tests.TwoSamples;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `select --univariate`: every feature tested by itself, cases against controls.
record UnivariateWork(List<String> names, Matrix x, Outcome outcome, ColumnFlags flags, int jobs) {
    /// Below this p of Shapiro–Wilk in either class `auto` takes ranks.
    private static final double NORMAL_ABOVE = 0.05;

    SelectResult result(String test) {
        outcome.requireBothClasses();
        List<TestResult> tests = Parallel.map(names.size(), jobs, j -> test(test, x.column(j)));
        double[] p = tests.stream().mapToDouble(TestResult::p).toArray();
        double[] adjusted = adjusted(p);
        Map<String, @Nullable Object> features = new LinkedHashMap<>();
        List<String> kept = new ArrayList<>();
        CsvText csv = new CsvText("name", "test", "statistic", "p", "p_adjusted", "auc");
        for (int j = 0; j < p.length; j++) {
            TestResult one = tests.get(j);
            double auc = RocCurve.of(outcome, x.column(j), Direction.CASES_HIGHER).auc();
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            String why = "the feature is constant, or a class is too small";
            object.put("test", one.method());
            JsonNumbers.put(object, "statistic", one.statistic(), why);
            JsonNumbers.put(object, "p", p[j], why);
            JsonNumbers.put(object, "p_adjusted", adjusted[j], why);
            object.put("auc", auc);
            features.put(names.get(j), object);
            csv.line(names.get(j), one.method(), one.statistic(), p[j], adjusted[j], auc);
            if (adjusted[j] < flags.below) {
                kept.add(names.get(j));
            }
        }
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("univariate", test);
        document.put("adjust", flags.adjust);
        document.put("below", flags.below);
        document.put("n", outcome.size());
        document.put("positives", outcome.cases());
        document.put("features", features);
        document.put("kept", kept);
        ObjectNode tree = JsonMapper.shared().valueToTree(document);
        return new SelectResult(tree, text(p, adjusted, kept.size()), Map.of("univariate.csv", csv.toString()));
    }

    private TestResult test(String name, double[] column) {
        double[] cases = outcome.valuesOf(true, column);
        double[] controls = outcome.valuesOf(false, column);
        return switch (name) {
            case "mannwhitney" -> MannWhitney.test(cases, controls);
            case "mannwhitney-normal" ->
                MannWhitney.test(cases, controls, Alternative.TWO_SIDED, MannWhitney.Method.NORMAL);
            case "student" -> TwoSamples.student(cases, controls);
            case "welch" -> TwoSamples.welch(cases, controls);
            case "auto" -> TwoSamples.byNormality(cases, controls, NORMAL_ABOVE);
            default ->
                throw new UsageException("--univariate knows mannwhitney, mannwhitney-normal, student, welch and auto, not '"
                        + name + "'");
        };
    }

    private double[] adjusted(double[] p) {
        return switch (flags.adjust) {
            case "bh" -> AdjustedP.benjaminiHochberg(p);
            case "by" -> AdjustedP.benjaminiYekutieli(p);
            case "holm" -> AdjustedP.holm(p);
            case "bonferroni" -> AdjustedP.bonferroni(p);
            case "none" -> p;
            default ->
                throw new UsageException("--adjust knows bh, by, holm, bonferroni and none, not '" + flags.adjust + "'");
        };
    }

    /// The strongest first; constant features last.
    private String text(double[] p, double[] adjusted, int kept) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%d of %d features with adjusted p (%s) below %s%n",
                kept, p.length, flags.adjust, flags.below));
        IntStream.range(0, p.length)
                .boxed()
                .sorted((a, b) -> Double.compare(p[a], p[b]))
                .limit(20)
                .forEach(j -> text.append(
                        String.format(Locale.ROOT, "p %-11.4g adjusted %-11.4g %s%n", p[j], adjusted[j], names.get(j))));
        return text.toString();
    }
}
