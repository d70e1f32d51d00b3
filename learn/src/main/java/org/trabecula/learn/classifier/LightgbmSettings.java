package org.trabecula.learn.classifier;

import org.trabecula.core.Shown;
import org.trabecula.learn.Training;
import org.trabecula.learn.boosting.Lightgbm;

/// How LightGBM boosts; what is not named here is said at [Lightgbm].
///
/// @param rounds     trees at most; ≥ 1
/// @param mostLeaves leaves of a tree at most; ≥ 2
/// @param rate       learning rate; in (0, 1]
public record LightgbmSettings(int rounds, int mostLeaves, double rate) implements ClassifierSettings {
    public LightgbmSettings {
        if (rounds < 1 || mostLeaves < 2 || !(rate > 0 && rate <= 1)) {
            throw new IllegalArgumentException(
                    "rounds must be at least 1, leaves 2, the rate above 0, got " + rounds + ", " + mostLeaves + ", " + rate);
        }
    }

    @Override
    public FittedClassifier fit(Training training) {
        return new LightgbmModel(training.table().names(), Lightgbm.fit(training, rounds, mostLeaves, rate));
    }

    @Override
    public String words() {
        return Shown.count(rounds, "tree") + " of at most " + mostLeaves + " leaves, learning rate " + Shown.significant(rate, 2);
    }
}
