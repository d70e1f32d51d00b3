package org.trabecula.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trabecula.core.Shown;
import org.trabecula.evaluation.Scores;
import org.trabecula.evaluation.Subgroup;
import org.trabecula.evaluation.WithinGroups;
import org.trabecula.report.Block;
import org.trabecula.report.Cell;
import org.trabecula.study.result.StudyResult;

class SubgroupSectionTest {
    private final StudyResult result = MadeUpStudies.ordinary();
    private final List<Block> blocks = SubgroupSection.of(result).blocks();

    private Block.Table table() {
        return blocks.stream().filter(Block.Table.class::isInstance).map(Block.Table.class::cast).findFirst().orElseThrow();
    }

    /// D12: what the signature reaches within age bands stands beside what it reaches over all.
    @Test
    void saysWhetherTheModelAnswersAge() {
        WithinGroups within = result.scrutiny().withinAges().stream()
                .filter(one -> one.kind() == Scores.Kind.TEST && one.model().equals("hcr"))
                .findFirst()
                .orElseThrow();
        String text = blocks.getFirst().toString();
        assertThat(text).contains("answer");
        assertThat(text).contains(Double.isNaN(within.auc().estimate())
                ? "hold too few"
                : Shown.interval(within.auc().estimate(), within.auc().lower(), within.auc().upper(), 3));
    }

    @Test
    void aGroupWithTooFewCasesHasItsCountsInPlaceOfANumber() {
        int few = 0;
        for (Subgroup group : result.scrutiny().subgroups()) {
            if (group.kind() == Scores.Kind.TEST && group.model().equals("hcr") && group.auc().isEmpty()) {
                few++;
                assertThat(row(group).get(3).text()).isEqualTo("too few: " + group.n() + ", " + group.positives());
            }
        }
        assertThat(few).as("small groups, so that something was compared").isPositive();
    }

    private List<Cell> row(Subgroup group) {
        return table().rows().stream()
                .filter(row -> row.getFirst().text().endsWith(": " + group.group()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutGroupsThereIsNoSection() {
        assertThat(SubgroupSection.of(MadeUpStudies.withoutAgeAndSex()).blocks()).isEmpty();
        assertThat(SubgroupSection.of(MadeUpStudies.withoutEvaluation()).blocks()).isEmpty();
    }
}
