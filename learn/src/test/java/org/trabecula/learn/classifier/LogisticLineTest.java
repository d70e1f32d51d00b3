package org.trabecula.learn.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogisticLineTest {
    private static final double[] OUTCOMES = {0, 0, 1, 0, 1, 1};

    /// Maximum likelihood: the residuals sum to zero, alone and times the score.
    @Test
    void aScoreWithSignalGetsTheMaximumLikelihoodLine() {
        double[] scores = {-2, -1, -0.5, 0.5, 1, 2};
        LogisticLine line = LogisticLine.fit(scores, OUTCOMES);
        double sum = 0;
        double product = 0;
        for (int row = 0; row < scores.length; row++) {
            double residual = OUTCOMES[row] - line.probability(scores[row]);
            sum += residual;
            product += residual * scores[row];
        }
        assertThat(sum).isCloseTo(0, within(1e-12));
        assertThat(product).isCloseTo(0, within(1e-12));
        assertThat(line.slope()).isPositive();
    }

    @Test
    void aScoreThatSeparatesTheClassesKeepsAFiniteSlope() {
        LogisticLine line = LogisticLine.fit(new double[] {-3, -2, 1, -1, 2, 3}, OUTCOMES);
        assertThat(line.slope()).isBetween(0.1, 10.0);
        assertThat(line.probability(-1)).isLessThan(0.5);
        assertThat(line.probability(1)).isGreaterThan(0.5);
    }

    @Test
    void aScoreThatSaysNothingOrTheOppositeKeepsItsOrderNearThePrevalence() {
        for (double[] scores : new double[][] {{0.7, 0.7, 0.7, 0.7, 0.7, 0.7}, {3, 2, -1, 1, -2, -3}}) {
            LogisticLine line = LogisticLine.fit(scores, OUTCOMES);
            assertThat(line.slope()).isPositive();
            assertThat(line.probabilities(scores)).containsExactly(new double[] {0.5, 0.5, 0.5, 0.5, 0.5, 0.5}, within(1e-5));
        }
    }
}
