package org.trabecula.learn.classifier;

import java.util.Arrays;
import java.util.Optional;
import org.trabecula.core.Shown;
import org.trabecula.learn.Sound;
import org.trabecula.learn.TrainingScores;
import org.trabecula.learn.evidence.Attempt;
import org.trabecula.learn.evidence.Evidence;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.glm.LogisticFit;
import org.trabecula.stats.glm.LogisticRegression;

/// From a score to a probability: logit p = intercept + slope × score.
///
/// @param slope > 0
public record LogisticLine(double intercept, double slope) {
    private static final double ROUNDING = 1e-12;

    public LogisticLine {
        Sound.finite("intercept and slope", intercept, slope);
        if (!(slope > 0)) {
            throw new IllegalArgumentException("a slope must be > 0, got " + slope);
        }
    }

    /// The maximum-likelihood line, its slope shrunk; or why the score has none.
    ///
    /// ```
    /// slope = b (1 − 1/χ²),   intercept: such that the probabilities sum to the positives
    /// ```
    ///
    /// b is the maximum-likelihood slope, of Firth's penalised likelihood where the score separates the classes, and χ² its
    /// likelihood ratio. A score that falls with the outcome, or fails [Evidence], has no line: nothing stands in for it. A weak
    /// one that passes loses up to half of its slope, a strong one next to nothing.
    ///
    /// Source of the shrinkage: van Houwelingen and le Cessie 1990, doi:10.1002/sim.4780091109.
    public static Attempt<LogisticLine> fit(TrainingScores scores) {
        return fit(scores.values(), scores.outcome());
    }

    static Attempt<LogisticLine> fit(double[] scores, Outcome outcome) {
        if (!varies(scores)) {
            return Attempt.without("every training case has the same score");
        }
        Matrix x = Matrix.ofColumns(scores);
        double[] outcomes = outcome.zeroOne();
        LogisticFit fit = LogisticRegression.fit(x, outcomes);
        if (fit.separated()) {
            fit = LogisticRegression.fitFirth(x, outcomes);
        }
        double slope = fit.coefficients()[1];
        if (!(slope > 0)) {
            return Attempt.without("the score does not rise with the outcome (slope " + Shown.significant(slope, 3) + " in "
                    + Shown.count(scores.length, "training case") + ")");
        }
        Optional<String> against = Evidence.against(fit, 1, outcome, scores);
        return against.isPresent()
                ? Attempt.without(against.get())
                : Attempt.with(shrunk(scores, outcomes, slope * (1 - 1 / Evidence.chiSquared(fit))));
    }

    private static LogisticLine shrunk(double[] scores, double[] outcomes, double slope) {
        double[] ones = new double[scores.length];
        Arrays.fill(ones, 1);
        double[] offset = Arrays.stream(scores).map(score -> slope * score).toArray();
        Matrix noColumns = new Matrix(scores.length, 0, new double[0]);
        return new LogisticLine(LogisticRegression.fit(noColumns, outcomes, ones, offset).intercept(), slope);
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
