package org.trabecula.learn.tree;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.trabecula.learn.Training;

/// A single classification tree (CART), by scikit-learn's definitions; how it is grown is said at [Growing]. Nothing in it is
/// drawn: of equal splits the one on the earlier feature, at the smaller limit, is taken.
public final class Cart {
    private Cart() {}

    /// @param mostDepth  splits on the longest way from root to leaf at most
    /// @param leastCases cases in a leaf at least
    /// @return a tree whose leaves hold the share of the positive class
    public static Tree fit(Training training, int mostDepth, int leastCases) {
        RankedCases cases = new RankedCases(training);
        int[] once = new int[cases.cases()];
        Arrays.fill(once, 1);
        GrowthRule rule = new GrowthRule(mostDepth, leastCases, Math.max(1, cases.features()), GrowthRule.Limits.EVERY);
        return Growing.tree(cases, once, rule, new SplittableRandom(0)); // all features in order: never asked
    }
}
