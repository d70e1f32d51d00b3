package org.trabecula.learn.classifier;

import org.trabecula.core.Shown;
import org.trabecula.learn.Training;
import org.trabecula.learn.tree.Forest;

/// How a forest is grown.
///
/// @param forest     random forest or extra trees
/// @param trees      how many; ≥ 1
/// @param leastCases different cases in a leaf at least; ≥ 1
/// @param seed       of the trees' random streams
public record ForestSettings(Forest forest, int trees, int leastCases, long seed) implements ClassifierSettings {
    public ForestSettings {
        if (trees < 1 || leastCases < 1) {
            throw new IllegalArgumentException("trees and cases of a leaf must be at least 1, got " + trees + " and " + leastCases);
        }
    }

    @Override
    public FittedClassifier fit(Training training) {
        return new TreesModel(training.table().names(), forest.fit(training, trees, leastCases, seed));
    }

    @Override
    public String words() {
        return Shown.count(trees, "tree") + ", at least " + Shown.count(leastCases, "case") + " a leaf";
    }
}
