package org.trabecula.learn.classifier;

import java.util.Arrays;
import org.trabecula.learn.Sound;
import org.trabecula.learn.TrainingScores;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.glm.LogisticFit;
import org.trabecula.stats.glm.LogisticRegression;

/// From a score to a probability: logit p = intercept + slope × score.
///
/// @param slope > 0
public record LogisticLine(double intercept, double slope) {
    /// Where a score carries nothing, the fitted slope may come out at or below 0; the order of the cases is still the
    /// classifier's, so a slope near 0 stands in and every probability is close to the prevalence.
    private static final double LEAST_SLOPE = 1e-6;
    private static final double ROUNDING = 1e-12;

    public LogisticLine {
        Sound.finite("intercept and slope", intercept, slope);
        if (!(slope > 0)) {
            throw new IllegalArgumentException("a slope must be > 0, got " + slope);
        }
    }

    /// Maximum likelihood; where the score separates the classes, Firth's penalised likelihood, which stays finite.
    public static LogisticLine fit(TrainingScores scores) {
        return fit(scores.values(), scores.outcome().zeroOne());
    }

    /// @param outcomes 1 or 0
    static LogisticLine fit(double[] scores, double[] outcomes) {
        if (varies(scores)) {
            Matrix x = Matrix.ofColumns(scores);
            LogisticFit fit = LogisticRegression.fit(x, outcomes);
            if (fit.separated()) {
                fit = LogisticRegression.fitFirth(x, outcomes);
            }
            double slope = fit.coefficients()[1];
            if (slope > LEAST_SLOPE) {
                return new LogisticLine(fit.intercept(), slope);
            }
        }
        double prevalence = Arrays.stream(outcomes).average().orElseThrow();
        double mean = Arrays.stream(scores).average().orElseThrow();
        return new LogisticLine(Math.log(prevalence / (1 - prevalence)) - LEAST_SLOPE * mean, LEAST_SLOPE);
    }

    /// Whether the scores differ by more than rounding.
    private static boolean varies(double[] scores) {
        double lowest = Arrays.stream(scores).min().orElseThrow();
        double highest = Arrays.stream(scores).max().orElseThrow();
        return highest - lowest > ROUNDING * Math.max(Math.abs(lowest), Math.abs(highest));
    }

    /// The probability of the positive class.
    public double probability(double score) {
        return 1 / (1 + Math.exp(-logit(score)));
    }

    /// The linear predictor.
    public double logit(double score) {
        return intercept + slope * score;
    }

    /// The linear predictor, one per score.
    public double[] logits(double[] scores) {
        double[] logits = new double[scores.length];
        for (int row = 0; row < logits.length; row++) {
            logits[row] = logit(scores[row]);
        }
        return logits;
    }

    public double[] probabilities(double[] scores) {
        double[] p = new double[scores.length];
        for (int row = 0; row < p.length; row++) {
            p[row] = probability(scores[row]);
        }
        return p;
    }
}
