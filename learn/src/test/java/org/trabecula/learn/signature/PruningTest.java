package org.trabecula.learn.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trabecula.learn.Split;
import org.trabecula.learn.Subject;
import org.trabecula.learn.Training;
import org.trabecula.table.FeatureTable;

/// How a pruned signature is fitted again.
class PruningTest {
    private static final Signature BEFORE = new Signature(0, List.of("f"), new double[] {1}, 0.1, "");

    @Test
    void enoughCasesGiveTheMaximumOfTheLikelihood() {
        double[] feature = {-2, -1, 1, -1.5, 0, 0.5, 2, -0.5, 1, 1.5, -1, 2.5};
        Training training = training(feature, new int[] {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1});
        Signature refitted = Pruning.refit(training, BEFORE);
        double[] scores = refitted.score(training.table());
        double sum = 0;
        double product = 0;
        for (int row = 0; row < scores.length; row++) {
            double residual = training.outcomes()[row] - 1 / (1 + Math.exp(-scores[row]));
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
        List<Subject> subjects = new ArrayList<>();
        for (int row = 0; row < outcomes.length; row++) {
            subjects.add(new Subject("case-" + row, "patient-" + row, outcomes[row]));
        }
        FeatureTable table = new FeatureTable(
                subjects.stream().map(Subject::caseId).toList(), List.of("f"), new double[][] {feature});
        return Split.trainOnly(subjects).training(table);
    }
}
