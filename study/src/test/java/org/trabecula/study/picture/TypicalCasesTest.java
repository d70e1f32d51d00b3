package org.trabecula.study.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.Outcome;
import org.trabecula.table.FeatureTable;

class TypicalCasesTest {
    private static final List<String> IDS = List.of("a", "b", "c", "d", "e", "f", "g", "h");
    private static final LabelledRows TRAIN =
            new LabelledRows(IDS, IDS, Outcome.of(true, false, true, false, true, false, true, false));

    /// Four of each class: ranks 1 and 2 of 0 … 3. The test case `t` has a volume in between and is never shown.
    @Test
    void aThirdAndTwoThirdsOfTheWayByVolume() {
        FeatureTable features = new FeatureTable(
                List.of("t", "h", "g", "f", "e", "d", "c", "b", "a"), List.of("original_shape_VoxelVolume"),
                new double[][] {{25, 7, 10, 5, 40, 1, 20, 3, 30}});
        assertThat(TypicalCases.of(TRAIN, features)).isEqualTo(new TypicalCases(true, List.of("c", "a", "b", "f")));
    }

    @Test
    void withoutVolumesByTheOrderOfTheRows() {
        FeatureTable features = new FeatureTable(IDS, List.of("other"), new double[][] {{8, 7, 6, 5, 4, 3, 2, 1}});
        assertThat(TypicalCases.of(TRAIN, features)).isEqualTo(new TypicalCases(false, List.of("c", "e", "d", "f")));
    }

    @Test
    void aClassOfOneIsShownOnce() {
        LabelledRows three = new LabelledRows(List.of("a", "b", "c"), List.of("a", "b", "c"), Outcome.of(true, false, false));
        FeatureTable features = new FeatureTable(List.of("a", "b", "c"), List.of("other"), new double[][] {{1, 2, 3}});
        assertThat(TypicalCases.of(three, features).cases()).containsExactly("a", "b", "c");
    }
}
