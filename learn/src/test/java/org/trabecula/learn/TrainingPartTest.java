package org.trabecula.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.Outcome;
import org.trabecula.table.FeatureTable;

class TrainingPartTest {
    private static final int PATIENTS = 60;

    /// Two cases a patient, a third of the patients positive.
    private static Training training() {
        List<String> ids = IntStream.range(0, 2 * PATIENTS).mapToObj(row -> "c" + row).toList();
        List<String> patients = IntStream.range(0, 2 * PATIENTS).mapToObj(row -> "P" + row / 2).toList();
        boolean[] positive = new boolean[2 * PATIENTS];
        for (int row = 0; row < positive.length; row++) {
            positive[row] = row / 2 % 3 == 0;
        }
        double[] values = IntStream.range(0, 2 * PATIENTS).mapToDouble(row -> row).toArray();
        return Split.trainOnly(new LabelledRows(ids, patients, Outcome.of(positive)))
                .training(new FeatureTable(ids, List.of("f"), new double[][] {values}));
    }

    private static List<String> ids(double share, long seed) {
        return training().part(share, new SplittableRandom(seed)).rows().ids();
    }

    @Test
    void aSmallerPartIsContainedInALargerOne() {
        List<String> before = List.of();
        for (double share : new double[] {0.1, 0.35, 0.5, 0.9, 1}) {
            List<String> now = ids(share, 1);
            assertThat(now).containsAll(before).hasSizeGreaterThan(before.size());
            before = now;
        }
        assertThat(before).as("the whole, in its own order").isEqualTo(training().rows().ids());
    }

    @Test
    void wholePatientsOfBothClassesInTheirShares() {
        Training part = training().part(0.4, new SplittableRandom(2));
        assertThat(part.rows().clusters().count()).isEqualTo(24);
        assertThat(part.size()).isEqualTo(48);
        assertThat(part.outcome().cases()).isEqualTo(16);
        for (int row = 0; row < part.size(); row++) {
            assertThat("c" + (int) part.table().column("f")[row]).isEqualTo(part.rows().ids().get(row));
        }
        assertThat(ids(0.4, 2)).isNotEqualTo(ids(0.4, 3));
    }

    @Test
    void noShareIsNoPart() {
        assertThatThrownBy(() -> ids(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ids(1.1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
