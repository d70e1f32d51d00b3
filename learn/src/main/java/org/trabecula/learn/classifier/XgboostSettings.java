package org.trabecula.learn.classifier;

import org.trabecula.core.Shown;
import org.trabecula.learn.Training;
import org.trabecula.learn.boosting.Xgboost;

/// How XGBoost boosts; what is not named here is said at [Xgboost].
///
/// @param rounds    trees; ≥ 1
/// @param mostDepth splits on the longest way from root to leaf at most; ≥ 1
/// @param rate      learning rate η; in (0, 1]
public record XgboostSettings(int rounds, int mostDepth, double rate) implements ClassifierSettings {
    public XgboostSettings {
        if (rounds < 1 || mostDepth < 1 || !(rate > 0 && rate <= 1)) {
            throw new IllegalArgumentException(
                    "rounds and depth must be at least 1, the rate above 0, got " + rounds + ", " + mostDepth + ", " + rate);
        }
    }

    @Override
    public FittedClassifier fit(Training training) {
        return new XgboostModel(training.table().names(), Xgboost.fit(training, rounds, mostDepth, rate));
    }

    @Override
    public String words() {
        return Shown.count(rounds, "tree") + " of depth at most " + mostDepth + ", learning rate " + Shown.significant(rate, 2);
    }
}
