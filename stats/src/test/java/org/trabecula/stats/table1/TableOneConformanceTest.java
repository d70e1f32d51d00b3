package org.trabecula.stats.table1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trabecula.stats.StatsReference.number;
import static org.trabecula.stats.StatsReference.numbers;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trabecula.stats.Compared;
import org.trabecula.stats.Quantiles;
import org.trabecula.stats.StatsReference;
import org.trabecula.stats.Variable;
import org.trabecula.stats.tests.ShapiroWilk;
import tools.jackson.databind.JsonNode;

/// Summaries, tests and differences of R 4.2.2; made by `scripts/04_cor_tests_pca_table1.R`.
class TableOneConformanceTest {
    private static final double SUMS = 1e-12;

    private final Compared compared = new Compared("stats/table1");
    private final StatsReference.Table clinical = StatsReference.table("clinical");
    private final JsonNode reference = StatsReference.json("table1/table1.json");

    private TableOne table() {
        return TableOne.of(
                "outcome",
                clinical.text("outcome"),
                List.of(
                        new Variable.Numbers("age", clinical.numbers("age")),
                        new Variable.Numbers("score", clinical.numbers("score")),
                        new Variable.Numbers("bmd", clinical.numbers("bmd")),
                        new Variable.Labels("sex", clinical.text("sex")),
                        new Variable.Labels("level", clinical.text("level"))));
    }

    @Test
    void rowsAreThoseOfR() {
        for (TableOne.Row row : table().rows()) {
            switch (row) {
                case TableOne.ContinuousRow continuous ->
                    continuous(continuous, reference.get("continuous").get(row.name()));
                case TableOne.CategoricalRow categorical ->
                    categorical(categorical, reference.get("categorical").get(row.name()));
            }
        }
        compared.report();
    }

    private void continuous(TableOne.ContinuousRow ours, JsonNode r) {
        summary(ours.overall(), r.get("all"));
        summary(ours.byGroup().get(0), r.get("0"));
        summary(ours.byGroup().get(1), r.get("1"));
        compared.close("SMD", ours.meanDifference(), number(r.get("smd_1_minus_0")), SUMS);
        compared.relative("Welch", ours.ofMeans().p(), number(r.get("welch_p")), 1e-11);
        compared.relative("Mann-Whitney", ours.ofRanks().p(), number(r.get("wilcox_p")), 1e-11);
        double[] present =
                java.util.Arrays.stream(clinical.numbers(ours.name())).filter(v -> !Double.isNaN(v)).toArray();
        compared.relative("Shapiro", ShapiroWilk.test(present).p(), number(r.get("shapiro_p_all")), 1e-10);
    }

    private void summary(Summary ours, JsonNode r) {
        compared.equal("n", ours.n(), r.get("n").longValue());
        compared.equal("missing", ours.missing(), r.get("missing").longValue());
        compared.close("mean", ours.mean(), number(r.get("mean")), SUMS);
        compared.close("sd", ours.sd(), number(r.get("sd")), SUMS);
        compared.close("median", ours.median(), number(r.get("median")), 0);
        compared.close("q25", ours.q25(), number(r.get("q25")), 0);
        compared.close("q75", ours.q75(), number(r.get("q75")), 0);
        compared.close("min", ours.min(), number(r.get("min")), 0);
        compared.close("max", ours.max(), number(r.get("max")), 0);
    }

    private void categorical(TableOne.CategoricalRow ours, JsonNode r) {
        for (int level = 0; level < ours.levels().size(); level++) {
            assertThat(ours.levels().get(level)).isEqualTo(r.get("levels").get(level).stringValue());
            compared.equal("0", ours.counts().get(0).get(level), r.get("counts_outcome0").get(level).longValue());
            compared.equal("1", ours.counts().get(1).get(level), r.get("counts_outcome1").get(level).longValue());
        }
        compared.close("SMD", ours.meanDifference(), number(r.get("smd")), SUMS);
        compared.close("chi-square", ours.chiSquare().statistic(), number(r.get("chisq_corrected").get("statistic").get("X-squared")), SUMS);
        compared.relative("p", ours.chiSquare().p(), number(r.get("chisq_corrected").get("p")), 1e-11);
        int[][] counts = ours.counts().stream()
                .map(row -> row.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        double exact = org.trabecula.stats.tests.FisherExact.test(new org.trabecula.stats.tests.ContingencyTable(counts)).p();
        compared.relative("Fisher", exact, number(r.get("fisher").get("p")), 1e-9); // 10⁵ tables summed, R in another order
    }

    @Test
    void quantilesAreRsType7() {
        double[] probabilities = numbers(reference.get("quantile_probs"));
        double[] expected = numbers(reference.get("quantiles_of_age_by_type").get("type7"));
        for (int k = 0; k < expected.length; k++) {
            compared.close("quantile", Quantiles.type7(clinical.numbers("age"), probabilities[k]), expected[k], 1e-15);
        }
        compared.report();
    }

    @Test
    void moreGroupsAreTestedTogether() {
        List<String> level = clinical.text("level");
        TableOne table = TableOne.of("level", level, List.of(new Variable.Numbers("age", clinical.numbers("age"))));
        assertThat(table.groups()).containsExactly("L1", "L2", "T11", "T12");
        TableOne.ContinuousRow row = (TableOne.ContinuousRow) table.rows().getFirst();
        assertThat(row.ofMeans().method()).isEqualTo("Welch's ANOVA");
        assertThat(row.ofRanks().method()).isEqualTo("Kruskal-Wallis");
        assertThat(row.meanDifference()).isNaN();
        assertThat(row.test().p()).isBetween(0.0, 1.0);
    }
}
