package org.trabecula.study.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.Outcome;

class GivenFoldsTest {
    private static final LabelledRows TRAINING =
            new LabelledRows(List.of("a1", "a2", "b1", "c1"), List.of("a", "a", "b", "c"), Outcome.of(true, false, true, false));

    @Test
    void foldsOfAllTrainingCasesAreTaken() {
        assertThatCode(() -> folds(Map.of("a1", 1, "a2", 1, "b1", 2, "c1", 3, "of the test part", 9)).require(TRAINING))
                .doesNotThrowAnyException();
        assertThatCode(() -> GivenFolds.NONE.require(TRAINING)).doesNotThrowAnyException();
    }

    @Test
    void othersAreRefusedBeforeAnythingIsComputed() {
        refused(Map.of("a1", 1, "a2", 1, "b1", 2), "no fold for 1 of 4 training cases, the first is c1");
        refused(Map.of("a1", 1, "a2", 2, "b1", 2, "c1", 1), "patient a in folds 1 and 2");
        refused(Map.of("a1", 1, "a2", 1, "b1", 1, "c1", 1), "at least two");
    }

    private static void refused(Map<String, Integer> given, String why) {
        assertThatThrownBy(() -> folds(given).require(TRAINING))
                .hasMessageContaining("SPL-005")
                .hasMessageContaining("grid_fold")
                .satisfies(e -> assertThat(e.getMessage()).contains(why));
    }

    private static GivenFolds folds(Map<String, Integer> grid) {
        return new GivenFolds(Map.of(), grid);
    }
}
