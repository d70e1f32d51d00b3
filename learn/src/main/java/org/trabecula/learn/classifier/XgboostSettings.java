package org.trabecula.learn.classifier;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.core.Shown;
import org.trabecula.learn.Training;
import org.trabecula.learn.boosting.Xgboost;

/// How XGBoost boosts; what is not named here is said at [Xgboost].
///
/// @param rounds    trees; ≥ 1
/// @param mostDepth splits on the longest way from root to leaf at most; ≥ 1
/// @param rate      learning rate η; in (0, 1]
public record XgboostSettings(int rounds, int mostDepth, double rate) implements ClassifierSettings {
    private static final int[] DEPTHS = {1, 2, 3};
    private static final int[] ROUNDS = {25, 50, 100};
    private static final double RATE = 0.1;

    public XgboostSettings {
        if (rounds < 1 || mostDepth < 1 || !(rate > 0 && rate <= 1)) {
            throw new IllegalArgumentException(
                    "rounds and depth must be at least 1, the rate above 0, got " + rounds + ", " + mostDepth + ", " + rate);
        }
    }

    /// Simplest first: shallow before deep, few rounds before many.
    static List<XgboostSettings> grid() {
        List<XgboostSettings> grid = new ArrayList<>();
        for (int depth : DEPTHS) {
            for (int rounds : ROUNDS) {
                grid.add(new XgboostSettings(rounds, depth, RATE));
            }
        }
        return grid;
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
