package org.trabecula.learn.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.learn.Folds;
import org.trabecula.learn.Training;
import org.trabecula.learn.TrainingTables;

class LassoSelectionTest {
    private static final int CASES = 80;

    private static Training training(double effect) {
        SplittableRandom random = new SplittableRandom(5);
        int[] outcomes = new int[CASES];
        double[][] columns = new double[6][CASES];
        for (int row = 0; row < CASES; row++) {
            outcomes[row] = row % 2;
            for (int feature = 0; feature < columns.length; feature++) {
                columns[feature][row] = random.nextGaussian() + (feature == 0 ? effect * outcomes[row] : 0);
            }
        }
        return TrainingTables.of(outcomes, columns);
    }

    private static LassoSelection.Result fit(double effect, LassoSelection.Choice choice) {
        Training training = training(effect);
        Folds folds = Folds.stratifiedByPatient(training, 5, new SplittableRandom(1));
        return LassoSelection.fit(training, folds, choice, 1);
    }

    @Test
    void theCarrierIsKeptAndOneStandardErrorKeepsNoMore() {
        LassoSelection.Result min = fit(2, LassoSelection.Choice.MIN);
        LassoSelection.Result oneSe = fit(2, LassoSelection.Choice.ONE_SE);
        assertThat(min.signature().names()).contains("f0");
        assertThat(min.signature().lambda()).isEqualTo(min.trace().lambdaMin());
        assertThat(oneSe.signature().lambda()).isEqualTo(oneSe.trace().lambda1se()).isGreaterThanOrEqualTo(min.signature().lambda());
        assertThat(oneSe.signature().names().size()).isLessThanOrEqualTo(min.signature().names().size());
    }

    /// Noise alone: where cross-validation keeps nothing, the largest λ that keeps a feature is taken, and it is said.
    @Test
    void aSignatureIsNeverEmptyAndSaysWhyItIsNot() {
        LassoSelection.Result noise = fit(0, LassoSelection.Choice.ONE_SE);
        assertThat(noise.signature().names()).isNotEmpty();
        assertThat(noise.signature().note()).contains("kept no feature");
    }

    @Test
    void theTraceHoldsEveryFeatureThatIsEverInThePath() {
        LassoTrace trace = fit(2, LassoSelection.Choice.MIN).trace();
        assertThat(trace.path()).hasDimensions(trace.names().size(), trace.lambdas().length);
        assertThat(trace.cvMean()).hasSameSizeAs(trace.cvLambdas());
    }

    @Test
    void aSignatureThatWasEditedIsNone() {
        assertThatThrownBy(() -> new Signature(0, List.of("f"), new double[] {Double.NaN}, 0.1, "")).hasMessageContaining("finite");
        assertThatThrownBy(() -> new Signature(0, List.of("f"), new double[0], 0.1, "")).hasMessageContaining("0 coefficients");
        assertThatThrownBy(() -> new Signature(0, List.of("f"), new double[] {1}, -1, "")).hasMessageContaining("lambda");
    }
}
