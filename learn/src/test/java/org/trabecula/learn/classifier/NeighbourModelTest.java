package org.trabecula.learn.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trabecula.learn.TrainingTables;
import org.trabecula.table.FeatureTable;

class NeighbourModelTest {
    /// On a line: classes 1 at 0, 0 at 1, 1 at 4, 0 at 9.
    private static double score(int neighbours, NeighbourSettings.Weights weights, double x) {
        FittedClassifier model = new NeighbourSettings(neighbours, weights)
                .fit(TrainingTables.of(new int[] {1, 0, 1, 0}, new double[] {0, 1, 4, 9}));
        return model.score(new FeatureTable(List.of("new"), List.of("f0"), new double[][] {{x}}))[0];
    }

    @Test
    void theScoreIsTheShareOfThePositiveClass() {
        assertThat(score(1, NeighbourSettings.Weights.UNIFORM, 0.6)).isZero();
        assertThat(score(2, NeighbourSettings.Weights.UNIFORM, 0.6)).isEqualTo(0.5);
        assertThat(score(3, NeighbourSettings.Weights.UNIFORM, 0.6)).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(score(99, NeighbourSettings.Weights.UNIFORM, 0.6)).as("all four").isEqualTo(0.5);
    }

    /// Distances from 2: 2 (class 1), 1 (0), 2 (1): (½ + ½) / (½ + 1 + ½) = ½.
    @Test
    void nearNeighboursWeighMoreByDistance() {
        assertThat(score(3, NeighbourSettings.Weights.DISTANCE, 2)).isEqualTo(0.5);
        assertThat(score(2, NeighbourSettings.Weights.DISTANCE, 3)).as("distances 2 and 1").isCloseTo(2.0 / 3, within(1e-15));
        assertThat(score(3, NeighbourSettings.Weights.DISTANCE, 4)).as("on the spot").isEqualTo(1);
    }

    /// 0.5 lies between 0 (class 1) and 1 (class 0), 2 between 0 (1) and 4 (1) behind 1 (0).
    @Test
    void ofCasesAtTheSameDistanceTheEarlierIsNearer() {
        assertThat(score(1, NeighbourSettings.Weights.UNIFORM, 0.5)).isEqualTo(1);
        FittedClassifier turned = new NeighbourSettings(1, NeighbourSettings.Weights.UNIFORM)
                .fit(TrainingTables.of(new int[] {0, 1}, new double[] {1, 0}));
        assertThat(turned.score(new FeatureTable(List.of("new"), List.of("f0"), new double[][] {{0.5}}))[0]).isZero();
    }

    /// (0, 0) is nearer to (3, 3) than to (0, 5): √18 < 5.
    @Test
    void distanceIsEuclidean() {
        FittedClassifier model = new NeighbourSettings(1, NeighbourSettings.Weights.UNIFORM)
                .fit(TrainingTables.of(new int[] {0, 1}, new double[] {0, 3}, new double[] {5, 3}));
        assertThat(model.score(new FeatureTable(List.of("new"), List.of("f0", "f1"), new double[][] {{0}, {0}}))[0]).isEqualTo(1);
    }

    @Test
    void aModelThatWasEditedIsNone() {
        NeighbourSettings settings = new NeighbourSettings(1, NeighbourSettings.Weights.UNIFORM);
        List<String> names = List.of("a");
        double[][] cases = {{1}};
        assertThatThrownBy(() -> new NeighbourModel(names, settings, cases, new boolean[2])).hasMessageContaining("outcomes");
        assertThatThrownBy(() -> new NeighbourModel(names, settings, new double[][] {{1, 2}}, new boolean[1])).hasMessageContaining("values");
        assertThatThrownBy(() -> new NeighbourModel(names, settings, new double[0][], new boolean[0])).hasMessageContaining("at least one");
        assertThatThrownBy(() -> new NeighbourSettings(0, NeighbourSettings.Weights.UNIFORM)).hasMessageContaining("at least 1");
    }
}
