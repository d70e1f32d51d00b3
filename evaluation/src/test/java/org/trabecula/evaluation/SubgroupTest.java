package org.trabecula.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trabecula.core.RandomStreams;
import org.trabecula.evaluation.document.DocumentTable;
import org.trabecula.evaluation.document.SubgroupDocument;
import org.trabecula.stats.roc.Direction;
import org.trabecula.stats.roc.RocCurve;

class SubgroupTest {
    private static final EvaluationSettings SETTINGS = Made.settings(0, Optional.empty());
    private final Scores scores = Made.scores("good", 2, true);
    /// Thirty cases of patients 0 to 14 are young, eight old, two of an unknown age.
    private final Grouping ages = new Grouping("age", List.of("young", "old"), scores.rows().ids().stream()
            .filter(id -> number(id) < 38)
            .collect(Collectors.toMap(id -> id, id -> number(id) < 30 ? "young" : "old")));

    private static int number(String id) {
        return Integer.parseInt(id.substring(1));
    }

    private List<Subgroup> groups(int smallest) {
        return Subgroup.of(List.of(scores), List.of(ages), smallest, SETTINGS);
    }

    @Test
    void anAreaIsThatOfTheGroupsRows() {
        Subgroup young = groups(5).getFirst();
        int[] rows = ages.rowsOf("young", scores.rows().ids());
        double[] own = Arrays.stream(rows).mapToDouble(row -> scores.scores()[row]).toArray();
        assertThat(young.n()).isEqualTo(30);
        assertThat(young.auc().orElseThrow().auc())
                .isEqualTo(RocCurve.of(scores.outcome().select(rows), own, Direction.CASES_HIGHER).auc());
        assertThat(young.auc().orElseThrow().lower()).isBetween(0.0, young.auc().orElseThrow().auc());
    }

    /// Eight cases, four of each class.
    @Test
    void aSmallGroupHasCountsAndNoNumber() {
        assertThat(groups(4).getLast().auc()).isPresent();
        Subgroup old = groups(5).getLast();
        assertThat(old.auc()).isEmpty();
        assertThat(List.of(old.n(), old.positives(), old.patients())).containsExactly(8, 4, 4);
        DocumentTable table = SubgroupDocument.table(List.of(old), List.of(), 5);
        assertThat(table.rows().getFirst()).endsWith("8", "4", "4", "", "", "", "", "too few: each class needs 5 cases");
        Map<String, ?> object = SubgroupDocument.objects(List.of(old), 5).getFirst();
        assertThat(object.get("auc")).isNull();
        assertThat(object.get("n")).isEqualTo(8);
    }

    @Test
    void scoresOfTheCasesFittedToAreLeftOut() {
        Scores inSample = new Scores("m", Scores.Part.TRAIN, Scores.Kind.IN_SAMPLE, scores.rows(), scores.scores());
        assertThat(Subgroup.of(List.of(inSample), List.of(ages), 2, SETTINGS)).isEmpty();
    }

    /// Groups of one class have no pair, so their cases are not counted.
    @Test
    void withinGroupsCountsOnlyGroupsOfBothClasses() {
        Grouping byClass = new Grouping("age", List.of("a", "b"), scores.rows().ids().stream()
                .collect(Collectors.toMap(
                        id -> id, id -> number(id) < 20 ? "a" : scores.outcome().isCase(number(id)) ? "b" : "a")));
        WithinGroups found =
                WithinGroups.of(List.of(scores), byClass, 5, 100, SETTINGS, new RandomStreams(1), 1).getFirst();
        int[] rows = byClass.rowsOf("a", scores.rows().ids());
        assertThat(found.n()).isEqualTo(rows.length);
        assertThat(found.positives()).isEqualTo(scores.outcome().select(rows).cases());
        double[] own = Arrays.stream(rows).mapToDouble(row -> scores.scores()[row]).toArray();
        assertThat(found.auc().estimate())
                .isEqualTo(RocCurve.of(scores.outcome().select(rows), own, Direction.CASES_HIGHER).auc());
        assertThat(WithinGroups.of(List.of(scores), byClass, 11, 100, SETTINGS, new RandomStreams(1), 1).getFirst().auc().estimate())
                .isNaN();
    }
}
