package org.trabecula.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelledRowsTest {
    private static final LabelledRows FOUR = new LabelledRows(
            List.of("a1", "b", "a2", "c"), List.of("a", "b", "a", "c"), Outcome.of(true, false, false, true));

    @Test
    void chosenRowsKeepTheirPatientAndTheirClass() {
        LabelledRows chosen = FOUR.select(2, 0, 2);
        assertThat(chosen)
                .isEqualTo(new LabelledRows(List.of("a2", "a1", "a2"), List.of("a", "a", "a"), Outcome.of(false, true, false)));
        assertThat(chosen.clusters().count()).isEqualTo(1);
        assertThat(FOUR.clusters().count()).isEqualTo(3);
    }

    @Test
    void whereNobodyKnowsPatientsEveryRowIsByItself() {
        LabelledRows unknown = new LabelledRows(FOUR.ids(), List.of(), FOUR.outcome());
        assertThat(unknown.isGrouped()).isFalse();
        assertThat(unknown.clusters().count()).isEqualTo(4);
        assertThat(unknown.select(3, 1).isGrouped()).isFalse();
    }

    @Test
    void anotherClassMakesOtherRows() {
        assertThat(new LabelledRows(FOUR.ids(), FOUR.patients(), FOUR.outcome().complement())).isNotEqualTo(FOUR);
    }

    @Test
    void aRowWithoutAPatientOrAClassIsNone() {
        assertThatThrownBy(() -> new LabelledRows(FOUR.ids(), List.of("a"), FOUR.outcome())).hasMessageContaining("1 patients");
        assertThatThrownBy(() -> new LabelledRows(FOUR.ids(), List.of(), Outcome.of(true))).hasMessageContaining("1 outcomes");
    }
}
