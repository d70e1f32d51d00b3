package org.trabecula.learn.classifier;

import java.util.Arrays;
import org.trabecula.learn.Folds;
import org.trabecula.learn.Sound;
import org.trabecula.learn.TrainingScores;
import org.trabecula.stats.Moments;

/// From decision values to scores that compare between fits: (value − centre) / spread. Two support vector machines with other costs
/// have decision values of other sizes, and other constants besides: where the classes are hard to tell apart the constant alone
/// can be many times the spread.
///
/// It needs no outcome and has no sign to lose: whether a score carries anything is asked once, of the line from scores to
/// probabilities ([LogisticLine]).
///
/// @param centre mean of the classifier's own decision values of its training cases
/// @param spread standard deviation of held-out decision values about the mean of their fold; 1 where they are all alike
public record ScoreScale(double centre, double spread) {
    private static final double ROUNDING = 1e-12;

    public ScoreScale {
        Sound.finite("centre and spread", centre, spread);
        if (!(spread > 0)) {
            throw new IllegalArgumentException("a spread must be > 0, got " + spread);
        }
    }

    /// @param own     decision values of the training cases by the classifier
    /// @param heldOut decision values of the same cases, each from a fit without its patient
    /// @param folds   which held them out
    public static ScoreScale fit(TrainingScores own, TrainingScores heldOut, Folds folds) {
        double[] values = heldOut.values();
        double squares = 0;
        for (int fold = 0; fold < folds.count(); fold++) {
            double[] of = Arrays.stream(folds.assignment().heldOut(fold)).mapToDouble(row -> values[row]).toArray();
            double mean = Moments.mean(of);
            for (double value : of) {
                squares += (value - mean) * (value - mean);
            }
        }
        double spread = Math.sqrt(squares / (values.length - folds.count()));
        double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
        return new ScoreScale(Moments.mean(own.values()), spread > ROUNDING * largest ? spread : 1);
    }

    /// One score per decision value.
    public double[] apply(double[] values) {
        return Arrays.stream(values).map(value -> (value - centre) / spread).toArray();
    }
}
