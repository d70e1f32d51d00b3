package org.trabecula.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.Scores;
import org.trabecula.report.Block;
import org.trabecula.report.Cell;
import org.trabecula.stats.roc.AucComparison;

class ComparisonsTest {
    private final List<Block> blocks = Comparisons.of(evaluation(
            pair("hcr", "fusion", -0.1, 0.01), pair("hcr", "nomogram", -0.15, 0.04), pair("nomogram", "fusion", 0.05, 0.03)));
    private final Block.Table matrix = (Block.Table) blocks.getFirst();

    /// R: `p.adjust(c(0.01, 0.04, 0.03), "holm")` is 0.03, 0.06, 0.06.
    @Test
    void pairsAreAdjustedAfterHolm() {
        assertThat(texts(0)).containsExactly("Hand-crafted", "", "−0.100", "−0.150");
        assertThat(texts(1)).containsExactly("Fusion", "0.030", "", "−0.050"); // of nomogram and fusion, the other way round
        assertThat(texts(2)).containsExactly("Nomogram", "0.060", "0.060", "");
        assertThat(matrix.caption().toString()).contains("Holm's correction for 3 tests");
        Block.Table list = (Block.Table) blocks.getLast();
        assertThat(list.rows()).extracting(row -> row.get(3).text()).containsExactly("0.030", "0.060", "0.060");
    }

    @Test
    void pairsWithoutAVarianceAreNoTests() {
        Block.Table table = (Block.Table) Comparisons.of(
                        evaluation(pair("hcr", "fusion", 0, Double.NaN), pair("hcr", "nomogram", 0.1, 0.02)))
                .getFirst();
        assertThat(table.caption().toString()).contains("for 1 test.");
        assertThat(table.rows().get(1).get(1)).isInstanceOf(Cell.Missing.class);
        assertThat(table.rows().get(2).get(1).text()).isEqualTo("0.020");
        assertThat(table.rows().get(2).get(2).text()).contains("not compared");
    }

    @Test
    void casesAreCountedAndNestedModelsSpokenOf() {
        Evaluation evaluation = MadeUpStudies.ordinary().evaluation();
        int cases = evaluation.rows().stream().filter(row -> row.kind() == Scores.Kind.TEST).findFirst().orElseThrow().n();
        assertThat(Comparisons.of(evaluation).toString()).contains("test cases, n = " + cases, "nested", "10.1002/sim.5328");
        assertThat(Comparisons.of(MadeUpStudies.withoutEvaluation().evaluation())).isEmpty();
    }

    private List<String> texts(int row) {
        return matrix.rows().get(row).stream().map(Cell::text).toList();
    }

    private static Evaluation evaluation(Evaluation.Comparison... pairs) {
        return new Evaluation(MadeUpStudies.ordinary().evaluation().settings(), 1, List.of(), List.of(pairs));
    }

    private static Evaluation.Comparison pair(String a, String b, double difference, double p) {
        double none = Double.NaN;
        AucComparison test =
                new AucComparison(0.8 + difference, 0.8, difference, none, none, none, p, none, none, none, none, 0.95);
        return new Evaluation.Comparison(
                a, b, Scores.Part.TEST, Scores.Kind.TEST, 20, 10, true, test, test, Optional.empty(), Map.of(), Optional.empty());
    }
}
