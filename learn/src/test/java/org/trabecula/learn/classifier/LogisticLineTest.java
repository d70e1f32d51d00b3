package org.trabecula.learn.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.learn.evidence.Attempt;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.glm.LogisticFit;
import org.trabecula.stats.glm.LogisticRegression;

class LogisticLineTest {
    private static final Outcome OUTCOME = Outcome.of(new boolean[] {false, false, true, false, true, true});

    private static LogisticLine line(double... scores) {
        return LogisticLine.fit(scores, OUTCOME).model().orElseThrow();
    }

    /// The intercept is fitted to the shrunk slope: probabilities sum to the positives. Newton's method ends at rounding.
    @Test
    void aScoreWithSignalKeepsItsOrderAndThePrevalence() {
        double[] scores = {-2, -1, -0.5, 0.5, 1, 2};
        LogisticLine line = line(scores);
        assertThat(line.slope()).isPositive();
        assertThat(Arrays.stream(line.probabilities(scores)).sum()).isCloseTo(3, within(1e-9));
    }

    /// Slope b (1 − 1/χ²), of an independent fit: never less than half of the slope, near all of it where the signal is strong.
    @ParameterizedTest
    @CsvSource({"0.8, 0.5, 0.97", "2.5, 0.97, 1"})
    void theWeakerTheScoreTheMoreItIsShrunk(double effect, double least, double most) {
        boolean[] positive = new boolean[120];
        double[] scores = new double[positive.length];
        SplittableRandom random = new SplittableRandom(1);
        for (int row = 0; row < scores.length; row++) {
            positive[row] = row % 3 == 0;
            scores[row] = random.nextGaussian() + (positive[row] ? effect : 0);
        }
        Outcome outcome = Outcome.of(positive);
        LogisticFit plain = LogisticRegression.fit(Matrix.ofColumns(scores), outcome.zeroOne());
        double chiSquared = 2 * (plain.logLik() - plain.nullLogLik());
        LogisticLine line = LogisticLine.fit(scores, outcome).model().orElseThrow();
        double kept = line.slope() / plain.coefficients()[1];
        assertThat(kept).isCloseTo(1 - 1 / chiSquared, within(1e-12)).isBetween(least, most);
    }

    @Test
    void aScoreThatSeparatesTheClassesKeepsAFiniteSlope() {
        LogisticLine line = line(-3, -2, 1, -1, 2, 3);
        assertThat(line.slope()).isBetween(0.1, 10.0);
        assertThat(line.probability(-1)).isLessThan(0.5);
        assertThat(line.probability(1)).isGreaterThan(0.5);
    }

    @Test
    void nothingStandsInForAScoreThatSaysNothing() {
        assertThat(LogisticLine.fit(new double[] {0.7, 0.7, 0.7, 0.7, 0.7, 0.7}, OUTCOME))
                .isEqualTo(Attempt.without("every training case has the same score"));
        assertThat(LogisticLine.fit(new double[] {3, 2, -1, 1, -2, -3}, OUTCOME).why()).startsWith("the score does not rise with the outcome");
        assertThat(LogisticLine.fit(new double[] {1, 0, 1, 1, 0, 1.5}, OUTCOME).why()).contains("no better than their prevalence does");
    }

    /// Noise passes Akaike's criterion with a rising score once in thirteen times (half of P(χ² > 2) = 0.157).
    @ParameterizedTest
    @ValueSource(ints = {40, 200})
    void noiseSeldomMakesALine(int cases) {
        SplittableRandom random = new SplittableRandom(cases);
        int lines = 0;
        for (int trial = 0; trial < 400; trial++) {
            boolean[] positive = new boolean[cases];
            double[] scores = new double[cases];
            for (int row = 0; row < cases; row++) {
                positive[row] = row % 2 == 0;
                scores[row] = random.nextGaussian();
            }
            lines += LogisticLine.fit(scores, Outcome.of(positive)).succeeded() ? 1 : 0;
        }
        // 400 · 0.0787 = 31.5, standard deviation 5.4; four of them to both sides
        assertThat(lines).isBetween(10, 53);
    }
}
