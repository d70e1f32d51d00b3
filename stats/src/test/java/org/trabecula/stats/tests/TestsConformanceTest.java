package org.trabecula.stats.tests;

import static org.trabecula.stats.StatsReference.number;
import static org.trabecula.stats.StatsReference.numbers;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.stats.Compared;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.StatsReference;
import org.trabecula.testkit.Conformance;
import tools.jackson.databind.JsonNode;

/// R 4.2.2 and SciPy 1.10.1 tests; made by `scripts/04_cor_tests_pca_table1.R` and `10_sklearn.py`.
///
/// Statistics are a few sums, p values smooth functions of them: 1e-11, relative, for both.
class TestsConformanceTest {
    private static final double SUMS = 1e-11;
    /// Both sides round in 15 digits; R's own W of Shapiro and Wilk carries about 1e-12 in 1 − W.
    private static final double SHAPIRO = 1e-10;

    private final Compared compared = new Compared("stats/tests");
    private final JsonNode reference = StatsReference.json("tests/tests.json.gz");

    @Test
    void twoSampleTestsAreThoseOfR() {
        StatsReference.Table table = StatsReference.table("small_binomial");
        double[][] fine = table.predictors();
        double[][] tied = StatsReference.table("small_ties").predictors();
        double[] fold5 = table.numbers("fold5");
        for (int j = 0; j < fine.length; j++) {
            for (double[] v : List.of(fine[j], tied[j])) {
                String column = "x%02d%s".formatted(j + 1, v == fine[j] ? "" : "_t");
                compare(v, table.outcome(), fold5, fine[(j + 1) % fine.length], reference.get("two_sample").get(column));
            }
        }
        compared.report();
        Conformance.skipped(
                "stats/tests", 24 * 4, "variance ratio, Kolmogorov-Smirnov and signed rank tests are not part of the library;"
                        + " approximate intervals of Mann-Whitney come from a root finder good to 4 digits");
    }

    private void compare(double[] v, Outcome y, double[] fold5, double[] next, JsonNode r) {
        double[] a = y.valuesOf(true, v);
        double[] b = y.valuesOf(false, v);
        t(TwoSamples.welch(a, b), r.get("welch"));
        t(TwoSamples.student(a, b), r.get("student"));
        t(TwoSamples.pairedT(v, next), r.get("paired_t_vs_next"));
        plain(MannWhitney.test(a, b), r.get("wilcox_default"));
        plain(MannWhitney.test(a, b, Alternative.TWO_SIDED, MannWhitney.Method.NORMAL), r.get("wilcox_normal_corrected"));
        plain(
                MannWhitney.test(a, b, Alternative.TWO_SIDED, MannWhitney.Method.NORMAL_WITHOUT_CONTINUITY),
                r.get("wilcox_normal_uncorrected"));
        if (r.get("wilcox_conf").get("method").stringValue().contains("exact")) {
            interval(MannWhitney.test(a, b), r.get("wilcox_conf"), 1e-14);
        }
        shapiro(ShapiroWilk.test(v), r.get("shapiro"));
        double[] meanOfClass = {mean(b), mean(a)};
        double[] residual = IntStream.range(0, v.length).mapToDouble(i -> v[i] - meanOfClass[y.y(i)]).toArray();
        shapiro(ShapiroWilk.test(residual), r.get("shapiro_residual"));
        // kruskal.test(v, fold5) has ten parameters of its own; groups in order of the fold number
        List<double[]> folds = IntStream.rangeClosed(1, 5)
                .mapToObj(fold -> IntStream.range(0, v.length).filter(i -> fold5[i] == fold).mapToDouble(i -> v[i]).toArray())
                .toList();
        plain(ManyGroups.kruskalWallis(folds), r.get("kruskal"));
        f(ManyGroups.anova(folds), r.get("oneway_anova"));
        f(ManyGroups.welchAnova(folds), r.get("welch_anova"));
    }

    private static double mean(double[] values) {
        return java.util.Arrays.stream(values).sum() / values.length;
    }

    private static double first(JsonNode named) {
        return number(named.properties().iterator().next().getValue());
    }

    private void plain(TestResult ours, JsonNode r) {
        compared.close(ours.method(), ours.statistic(), first(r.get("statistic")), SUMS);
        compared.relative(ours.method() + " p", ours.p(), number(r.get("p")), SUMS);
    }

    private void t(TestResult ours, JsonNode r) {
        plain(ours, r);
        compared.close(ours.method() + " df", ours.df1(), first(r.get("parameter")), SUMS);
        compared.close(ours.method() + " lower", ours.interval().lower(), number(r.get("ci").get(0)), SUMS);
        compared.close(ours.method() + " upper", ours.interval().upper(), number(r.get("ci").get(1)), SUMS);
    }

    private void f(TestResult ours, JsonNode r) {
        plain(ours, r);
        compared.close("df1", ours.df1(), number(r.get("parameter").get("num df")), SUMS);
        compared.close("df2", ours.df2(), number(r.get("parameter").get("denom df")), SUMS);
    }

    private void interval(TestResult ours, JsonNode r, double tolerance) {
        compared.close("estimate", ours.estimate(), first(r.get("estimate")), tolerance);
        compared.close("lower", ours.interval().lower(), number(r.get("ci").get(0)), tolerance);
        compared.close("upper", ours.interval().upper(), number(r.get("ci").get(1)), tolerance);
    }

    private void shapiro(TestResult ours, JsonNode r) {
        compared.close("W", ours.statistic(), first(r.get("statistic")), SHAPIRO);
        compared.relative("p of W", ours.p(), number(r.get("p")), SHAPIRO);
    }

    @Test
    void smallSamplesAreExact() {
        JsonNode r = reference.get("small_exact");
        double[] a = numbers(r.get("data").get("a"));
        double[] b = numbers(r.get("data").get("b"));
        plain(MannWhitney.test(a, b), r.get("wilcox_default_is_exact"));
        plain(MannWhitney.test(a, b, Alternative.LESS, MannWhitney.Method.AUTOMATIC), r.get("less"));
        plain(MannWhitney.test(a, b, Alternative.GREATER, MannWhitney.Method.AUTOMATIC), r.get("greater"));
        interval(MannWhitney.test(a, b), r.get("conf"), 1e-15);
        compared.report();
    }

    @Test
    void shapiroWilkIsDefinedFromThreeUnequalValues() {
        for (Map.Entry<String, JsonNode> sample : reference.get("shapiro_small").properties()) {
            TestResult ours = ShapiroWilk.test(numbers(sample.getValue().get("data")));
            JsonNode r = sample.getValue().get("result");
            if (r.has("error")) {
                compared.close(sample.getKey(), ours.p(), Double.NaN, 0);
            } else {
                shapiro(ours, r);
            }
        }
        compared.report();
    }

    @Test
    void testsOfCountsAreThoseOfR() {
        for (Map.Entry<String, JsonNode> entry : reference.get("contingency").properties()) {
            JsonNode r = entry.getValue();
            ContingencyTable table = table(r.get("table"));
            chiSquare(table.chiSquare(true), r.get("chisq_corrected"));
            chiSquare(table.chiSquare(false), r.get("chisq_uncorrected"));
            fisher(FisherExact.test(table), r.get("fisher"));
            if (!r.get("fisher_less").isNull()) {
                fisher(FisherExact.test(table, Alternative.LESS), r.get("fisher_less"));
                fisher(FisherExact.test(table, Alternative.GREATER), r.get("fisher_greater"));
            }
        }
        compared.report();
    }

    private static ContingencyTable table(JsonNode rows) {
        int[][] counts = new int[rows.size()][];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = java.util.Arrays.stream(numbers(rows.get(i))).mapToInt(v -> (int) v).toArray();
        }
        return new ContingencyTable(counts);
    }

    private void chiSquare(TestResult ours, JsonNode r) {
        compared.close("chi-square", ours.statistic(), first(r.get("statistic")), SUMS);
        compared.relative("p", ours.p(), number(r.get("p")), SUMS);
        compared.close("df", ours.df1(), first(r.get("parameter")), 0);
    }

    /// R finds odds ratios and limits with `uniroot` at its default tolerance, eps^(1/4) = 1.22e-4 in ω below 1 and in 1/ω
    /// above; ours are exact roots.
    private void fisher(TestResult ours, JsonNode r) {
        compared.relative("Fisher", ours.p(), number(r.get("p")), SUMS);
        boolean emptyMargin = r.get("estimate").isObject() && first(r.get("estimate")) == 0 && number(r.get("p")) == 1
                && number(r.get("ci").get(1)) == Double.POSITIVE_INFINITY;
        if (r.get("estimate").isObject() && !emptyMargin) {
            odds("odds ratio", ours.estimate(), first(r.get("estimate")));
            odds("lower", ours.interval().lower(), number(r.get("ci").get(0)));
            odds("upper", ours.interval().upper(), number(r.get("ci").get(1)));
        }
    }

    private void odds(String what, double ours, double r) {
        boolean above = r > 1;
        compared.close(what, above ? 1 / ours : ours, above ? 1 / r : r, 1.3e-4);
    }

    @Test
    void mcNemarIsThatOfR() {
        for (Map.Entry<String, JsonNode> entry : reference.get("mcnemar").properties()) {
            JsonNode r = entry.getValue();
            ContingencyTable table = table(r.get("table"));
            chiSquare(table.mcNemar(true), r.get("corrected"));
            chiSquare(table.mcNemar(false), r.get("uncorrected"));
            JsonNode exact = r.get("exact_binomial");
            compared.relative("exact", table.mcNemarExact().p(), exact.isObject() ? number(exact.get("p")) : 1, SUMS);
        }
        JsonNode readers = StatsReference.json("roc/roc.json.gz").get("mcnemar_p_fine_vs_p_coarse_at_half");
        for (Map.Entry<String, JsonNode> entry : readers.properties()) {
            JsonNode r = entry.getValue();
            ContingencyTable table = table(r.get("table_rows_fine_wrong_right_cols_coarse"));
            compared.relative("corrected", table.mcNemar(true).p(), number(r.get("corrected_p")), SUMS);
            compared.relative("uncorrected", table.mcNemar(false).p(), number(r.get("p")), SUMS);
            compared.relative("exact", table.mcNemarExact().p(), number(r.get("exact_p")), SUMS);
        }
        compared.report();
    }

    @Test
    void adjustedPValuesAreThoseOfR() {
        for (JsonNode r : reference.get("p_adjust")) {
            double[] p = numbers(r.get("p"));
            all("BH", AdjustedP.benjaminiHochberg(p), numbers(r.get("BH")));
            all("BY", AdjustedP.benjaminiYekutieli(p), numbers(r.get("BY")));
            all("Holm", AdjustedP.holm(p), numbers(r.get("holm")));
            all("Bonferroni", AdjustedP.bonferroni(p), numbers(r.get("bonferroni")));
        }
        compared.report();
    }

    private void all(String what, double[] ours, double[] r) {
        for (int k = 0; k < r.length; k++) {
            compared.close(what + " " + k, ours[k], r[k], 1e-15);
        }
    }

    @Test
    void testsOfManyFeaturesAreThoseOfR() {
        StatsReference.Table table = StatsReference.table("radiomics_like");
        Outcome y = table.outcome();
        double[][] x = table.predictors();
        JsonNode r = reference.get("radiomics_like");
        double[] welch = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            welch[j] = TwoSamples.welch(y.valuesOf(true, x[j]), y.valuesOf(false, x[j])).p();
            compared.relative("welch " + j, welch[j], number(r.get("welch_p").get(j)), SUMS);
            double rank = MannWhitney.test(y.valuesOf(true, x[j]), y.valuesOf(false, x[j])).p();
            compared.relative("wilcox " + j, rank, number(r.get("wilcox_p").get(j)), SUMS);
        }
        double[] adjusted = AdjustedP.benjaminiHochberg(welch);
        for (int j = 0; j < x.length; j++) {
            compared.relative("BH " + j, adjusted[j], number(r.get("welch_p_BH").get(j)), SUMS);
        }
        compared.report();
    }

    @Test
    void scipyAgrees() {
        StatsReference.Table table = StatsReference.table("small_binomial");
        JsonNode tests = StatsReference.json("tests/scipy_tests.json").get("tests");
        double[][] x = table.predictors();
        for (int j = 0; j < x.length; j++) {
            JsonNode r = tests.get("col" + j);
            double[] a = table.outcome().valuesOf(true, x[j]);
            double[] b = table.outcome().valuesOf(false, x[j]);
            pair(TwoSamples.welch(a, b), r.get("welch"), SUMS);
            pair(TwoSamples.student(a, b), r.get("student"), SUMS);
            pair(MannWhitney.test(a, b, Alternative.TWO_SIDED, MannWhitney.Method.NORMAL), r.get("mw_asym"), SUMS);
            pair(
                    MannWhitney.test(a, b, Alternative.TWO_SIDED, MannWhitney.Method.NORMAL_WITHOUT_CONTINUITY),
                    r.get("mw_asym_nocc"),
                    SUMS);
            pair(MannWhitney.test(a, b), r.get("mw_exact"), SUMS);
            // SciPy 1.10 computes W in single precision: 6 digits, of which p keeps 4
            compared.close("W", ShapiroWilk.test(x[j]).statistic(), number(r.get("shapiro").get(0)), 1e-6);
            compared.close("p of W", ShapiroWilk.test(x[j]).p(), number(r.get("shapiro").get(1)), 1e-4);
        }
        compared.report();
    }

    private void pair(TestResult ours, JsonNode r, double tolerance) {
        compared.close(ours.method(), ours.statistic(), number(r.get(0)), tolerance);
        compared.relative(ours.method() + " p", ours.p(), number(r.get(1)), tolerance);
    }
}
