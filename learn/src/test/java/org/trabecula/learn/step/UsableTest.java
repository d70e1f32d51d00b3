package org.trabecula.learn.step;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.trabecula.learn.Training;
import org.trabecula.learn.TrainingTables;

/// Which features are kept when some cases lack them, and what stands in.
class UsableTest {
    private static final double NONE = Double.NaN;
    private static final int[] OUTCOMES = {0, 1, 0, 1, 0, 1, 0, 1, 0, 1};

    private final Training training = TrainingTables.of(
            OUTCOMES,
            new double[] {1, 2, NONE, 4, 5, 6, 7, 8, Double.POSITIVE_INFINITY, 10},
            new double[] {1, 2, NONE, NONE, 5, 6, NONE, 8, 9, 10},
            new double[] {3, 3, 3, 3, NONE, 3, 3, 3, 3, 3},
            new double[] {NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE});

    @Test
    void aFifthOfTheCasesMayLackAFeature() {
        Usable usable = Usable.fit(training, 0.2);
        assertThat(usable.names()).containsExactly("f0");
        // of 1, 2, 4, 5, 6, 7, 8, 10
        assertThat(usable.medians()).containsExactly(5.5);
        assertThat(usable.apply(training.table()).column("f0")).containsExactly(1, 2, 5.5, 4, 5, 6, 7, 8, 5.5, 10);
        assertThat(usable.filledIn(training.table())).containsExactlyEntriesOf(java.util.Map.of("f0", 2));
        assertThat(usable.dropped()).containsExactly(
                new Dropped("f1", "no value in 3 of 10 training cases"), new Dropped("f2", "the same value in all training cases"),
                new Dropped("f3", "no value in 10 of 10 training cases"));
    }

    @Test
    void noneMayWithAShareOfZero() {
        assertThat(Usable.fit(training, 0).names()).isEmpty();
        assertThat(Usable.fit(training, 0.3).names()).containsExactly("f0", "f1");
    }
}
