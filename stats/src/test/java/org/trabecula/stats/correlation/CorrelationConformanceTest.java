package org.trabecula.stats.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trabecula.stats.StatsReference.number;

import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.trabecula.stats.Compared;
import org.trabecula.stats.Interval;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.StatsReference;
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;

/// R 4.2.2 `cor`, `cor.test` and SciPy 1.10.1; made by `scripts/04_cor_tests_pca_table1.R` and `10_sklearn.py`.
class CorrelationConformanceTest {
    private final Compared compared = new Compared("stats/correlation");
    private final double[][] fine = StatsReference.table("small_binomial").predictors();
    private final double[][] tied = StatsReference.table("small_ties").predictors();

    @Test
    void matricesOfFineAndTiedColumnsAreThoseOfR() {
        double[][] all = new double[fine.length + tied.length][];
        System.arraycopy(fine, 0, all, 0, fine.length);
        System.arraycopy(tied, 0, all, fine.length, tied.length);
        Matrix x = Matrix.ofColumns(all);
        JsonNode r = StatsReference.json("correlation/small.json");
        // sums of 60 products, in another order than R's
        matrix(Correlation.pearson(x, 1), r.get("pearson"), 1e-14);
        matrix(Correlation.spearman(x, 1), r.get("spearman"), 1e-14);
        matrix(Correlation.kendall(x, 1), r.get("kendall_tau_b"), 1e-14);
        compared.report();
    }

    @Test
    void matricesOfSixtyRadiomicsLikeColumnsAreThoseOfR() {
        JsonNode r = StatsReference.json("correlation/radiomics_like_60.json.gz");
        double[][] columns = StatsReference.table("radiomics_like").predictors();
        Matrix x = Matrix.ofColumns(java.util.Arrays.copyOf(columns, 60));
        matrix(Correlation.pearson(x, 2), r.get("pearson"), 1e-13);
        matrix(Correlation.spearman(x, 2), r.get("spearman"), 1e-14);
        compared.report();
    }

    private void matrix(Matrix ours, JsonNode r, double tolerance) {
        compared.equal("rows", ours.rows(), r.size());
        for (int i = 0; i < ours.rows(); i++) {
            for (int j = 0; j < ours.columns(); j++) {
                compared.close(i + ", " + j, ours.get(i, j), number(r.get(i).get(j)), tolerance);
            }
        }
    }

    @Test
    void testsAreThoseOfR() {
        JsonNode r = StatsReference.json("correlation/cor_tests.json");
        for (Map.Entry<String, JsonNode> pair : r.get("tests").properties()) {
            String[] key = pair.getKey().split("_");
            double[][] columns = key[2].equals("tied") ? tied : fine;
            double[] x = columns[Integer.parseInt(key[0]) - 1];
            double[] y = columns[Integer.parseInt(key[1]) - 1];
            test(CorrelationTest.pearson(x, y), pair.getValue().get("pearson"));
            test(CorrelationTest.spearman(x, y), pair.getValue().get("spearman"));
            pOnly(CorrelationTest.spearmanByT(x, y), pair.getValue().get("spearman_exactF"));
            test(CorrelationTest.kendall(x, y), pair.getValue().get("kendall"));
        }
        double[] x = java.util.Arrays.copyOf(fine[0], 8);
        double[] y = java.util.Arrays.copyOf(fine[1], 8);
        test(CorrelationTest.pearson(x, y), r.get("small_n").get("pearson"));
        test(CorrelationTest.spearman(x, y), r.get("small_n").get("spearman"));
        test(CorrelationTest.kendall(x, y), r.get("small_n").get("kendall"));
        compared.report();
    }

    private void test(CorrelationTest ours, JsonNode r) {
        compared.close("estimate", ours.estimate(), number(r.get("estimate")), 1e-14);
        compared.close("statistic", ours.statistic(), number(r.get("statistic")), 1e-13);
        pOnly(ours, r);
        if (!r.get("ci").isNull()) {
            Interval interval = ours.interval();
            compared.close("lower", interval.lower(), number(r.get("ci").get(0)), 1e-14);
            compared.close("upper", interval.upper(), number(r.get("ci").get(1)), 1e-14);
        }
    }

    private void pOnly(CorrelationTest ours, JsonNode r) {
        compared.relative(ours.method(), ours.p(), number(r.get("p")), 1e-12);
    }

    @Test
    void spearmanByTAndKendallAreThoseOfScipy() {
        JsonNode tests = StatsReference.json("tests/scipy_tests.json").get("tests");
        for (int j = 1; j < fine.length; j++) {
            JsonNode r = tests.get("col" + j);
            CorrelationTest spearman = CorrelationTest.spearmanByT(fine[0], fine[j]);
            compared.close("rho", spearman.estimate(), number(r.get("spearman_vs_first").get(0)), 1e-14);
            compared.relative("p", spearman.p(), number(r.get("spearman_vs_first").get(1)), 1e-12);
            CorrelationTest kendall = CorrelationTest.kendall(fine[0], fine[j]);
            compared.close("tau", kendall.estimate(), number(r.get("kendall_vs_first").get(0)), 1e-14);
            compared.relative("p", kendall.p(), number(r.get("kendall_vs_first").get(1)), 1e-12);
        }
        compared.report();
    }

    @Test
    void laterOfPairKeepsTheColumnsOfRsLoop() {
        if (Reference.whole("stats/inputs/wide.csv.gz").isEmpty()) {
            Conformance.skipped("stats/correlation", 1319, "the wide table (1.6 MB) is not in the compact core");
            return;
        }
        Matrix x = Matrix.ofColumns(StatsReference.table("wide").predictors());
        Redundancy.Result result = Redundancy.laterOfPair(CorrelatedPairs.spearman(x, 0.9, 2));
        JsonNode kept = StatsReference.json("correlation/greedy_redundancy_wide.json").get("kept_0based");
        assertThat(result.kept())
                .isEqualTo(StreamSupport.stream(kept.spliterator(), false).map(JsonNode::intValue).toList());
        assertThat(result.removed()).hasSize(x.columns() - kept.size());
        Conformance.compared("stats/correlation", kept.size());
    }
}
