package org.trabecula.learn.tree;

/// How a tree is grown, by the definitions of scikit-learn.
///
/// @param mostDepth  splits on the longest way from root to leaf at most; ≥ 1
/// @param leastCases different cases in a leaf at least; ≥ 1
/// @param tried      features tried at each split, drawn anew; all of them where there are no more
/// @param limits     which limits of a feature are tried
record GrowthRule(int mostDepth, int leastCases, int tried, Limits limits) {
    /// No bound on the depth.
    static final int GROWN_OUT = Integer.MAX_VALUE;

    /// The limits tried on a feature.
    enum Limits {
        /// All, halfway between neighbouring values (CART, random forest).
        EVERY,
        /// One, drawn uniformly between the smallest and the largest value in the node (extra trees).
        ONE_AT_RANDOM
    }

    GrowthRule {
        if (mostDepth < 1 || leastCases < 1 || tried < 1) {
            throw new IllegalArgumentException(
                    "depth, cases of a leaf and features tried must be at least 1, got " + mostDepth + ", " + leastCases + ", " + tried);
        }
    }

    /// The whole part of √p: how many features a forest tries at a split.
    static int rootOf(int features) {
        return Math.max(1, (int) Math.sqrt(features));
    }
}
