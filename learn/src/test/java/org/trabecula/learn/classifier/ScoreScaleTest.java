package org.trabecula.learn.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.learn.Folds;
import org.trabecula.learn.Split;
import org.trabecula.learn.Training;
import org.trabecula.learn.TrainingScores;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.Moments;
import org.trabecula.stats.Outcome;
import org.trabecula.table.FeatureTable;

class ScoreScaleTest {
    private static final List<String> IDS = List.of("a", "b", "c", "d", "e", "f");
    private static final LabelledRows ROWS =
            new LabelledRows(IDS, IDS, Outcome.of(new boolean[] {true, false, true, false, true, false}));

    private static Training training(double[] values) {
        return Split.trainOnly(ROWS).training(new FeatureTable(IDS, List.of("x"), new double[][] {values}));
    }

    private static Folds folds(Training training) {
        return Folds.stratifiedByPatient(training, 2, new SplittableRandom(1));
    }

    /// A classifier that multiplies the value and adds a constant of its own in every fit.
    private static ScoreScale scale(double[] values, double factor, double... constants) {
        Training training = training(values);
        int[] fits = {0};
        TrainingScores heldOut = folds(training).outOfFold(1, _ -> {
            double constant = constants[fits[0]++];
            return table -> Arrays.stream(table.column(0)).map(value -> factor * value + constant).toArray();
        });
        TrainingScores own = Objects.requireNonNull(training.scored(table -> Map.of(
                        1, Arrays.stream(table.column(0)).map(value -> factor * value + constants[2]).toArray()))
                .get(1));
        return ScoreScale.fit(own, heldOut, folds(training));
    }

    /// A few roundings of numbers of size 700.
    @Test
    void neitherSizeNorConstantsOfDecisionValuesMatter() {
        double[] values = {0.1, 0.4, 0.2, 0.9, 0.5, 0.3};
        double[] one = scale(values, 1, 0, 0, 0).apply(values);
        double[] large = Arrays.stream(values).map(value -> 700 * value - 30).toArray();
        assertThat(scale(values, 700, 500, -500, -30).apply(large)).containsExactly(one, within(1e-11));
        assertThat(Moments.mean(one)).isCloseTo(0, within(1e-12));
        assertThat(Moments.sd(one)).isBetween(0.5, 2.0);
    }

    @Test
    void alikeValuesStayAlike() {
        assertThat(scale(new double[] {0.3, 0.3, 0.3, 0.3, 0.3, 0.3}, 1, 0, 0, 0).spread()).isEqualTo(1);
    }
}
