package org.trabecula.learn.classifier;

import java.util.List;
import org.trabecula.core.Shown;
import org.trabecula.learn.Training;
import org.trabecula.learn.tree.Cart;

/// How a single tree is grown.
///
/// @param mostDepth  splits on the longest way from root to leaf at most; ≥ 1
/// @param leastCases cases in a leaf at least; ≥ 1
public record CartSettings(int mostDepth, int leastCases) implements ClassifierSettings {
    public CartSettings {
        if (mostDepth < 1 || leastCases < 1) {
            throw new IllegalArgumentException(
                    "depth and cases of a leaf must be at least 1, got " + mostDepth + " and " + leastCases);
        }
    }

    @Override
    public FittedClassifier fit(Training training) {
        return new TreesModel(training.table().names(), List.of(Cart.fit(training, mostDepth, leastCases)));
    }

    @Override
    public String words() {
        return "depth at most " + mostDepth + ", at least " + Shown.count(leastCases, "case") + " a leaf";
    }
}
