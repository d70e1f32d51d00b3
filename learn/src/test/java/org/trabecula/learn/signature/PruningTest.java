package org.trabecula.learn.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trabecula.learn.Training;
import org.trabecula.learn.TrainingTables;

/// How a pruned signature is fitted again.
class PruningTest {
    private static final Signature BEFORE = new Signature(0, List.of("f0"), new double[] {1}, 0.1, "");

    @Test
    void enoughCasesGiveTheMaximumOfTheLikelihood() {
        double[] feature = {-2, -1, 1, -1.5, 0, 0.5, 2, -0.5, 1, 1.5, -1, 2.5};
        Training training = training(feature, new int[] {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1});
        Signature refitted = Pruning.refit(training, BEFORE);
        double[] scores = refitted.score(training.table());
        double sum = 0;
        double product = 0;
        for (int row = 0; row < scores.length; row++) {
            double residual = training.outcome().y(row) - 1 / (1 + Math.exp(-scores[row]));
            sum += residual;
            product += residual * feature[row];
        }
        assertThat(refitted.lambda()).isZero();
        assertThat(sum).isCloseTo(0, within(1e-12));
        assertThat(product).isCloseTo(0, within(1e-12));
    }

    @Test
    void featuresThatSeparateTheClassesKeepThePenalty() {
        double[] feature = {-2, -1, -3, -1.5, -4, -0.5, 2, 0.5, 1, 1.5, 3, 2.5};
        Signature refitted = Pruning.refit(training(feature, new int[] {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1}), BEFORE);
        assertThat(refitted.lambda()).isEqualTo(BEFORE.lambda());
        assertThat(refitted.coefficients()[0]).isBetween(0.1, 10.0);
    }

    private static Training training(double[] feature, int[] outcomes) {
        return TrainingTables.of(outcomes, feature);
    }
}
