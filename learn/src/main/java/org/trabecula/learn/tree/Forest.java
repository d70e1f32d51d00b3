package org.trabecula.learn.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.trabecula.core.CancelledException;
import org.trabecula.core.RandomStreams;
import org.trabecula.learn.Training;

/// Forests: many trees, each grown out with chance in it; the score of a case is the mean of its leaves' shares of the positive
/// class.
///
/// Every tree draws from a stream of its own (`tree-0`, `tree-1`, …), so a tree depends neither on the others nor on threads, and
/// a larger forest begins with the trees of a smaller one.
public enum Forest {
    /// Each tree on a bootstrap sample of the cases; the best limit of √p features at each split (Breiman 2001,
    /// doi:10.1023/A:1010933404324; scikit-learn's `RandomForestClassifier`).
    RANDOM_FOREST(GrowthRule.Limits.EVERY) {
        @Override
        int[] weights(int cases, SplittableRandom random) {
            int[] weights = new int[cases];
            for (int draw = 0; draw < cases; draw++) {
                weights[random.nextInt(cases)]++;
            }
            return weights;
        }
    },
    /// Each tree on all cases; one limit drawn for each of √p features at each split (Geurts, Ernst and Wehenkel 2006,
    /// doi:10.1007/s10994-006-6226-1; scikit-learn's `ExtraTreesClassifier`).
    EXTRA_TREES(GrowthRule.Limits.ONE_AT_RANDOM) {
        @Override
        int[] weights(int cases, SplittableRandom random) {
            int[] weights = new int[cases];
            Arrays.fill(weights, 1);
            return weights;
        }
    };

    private final GrowthRule.Limits limits;

    Forest(GrowthRule.Limits limits) {
        this.limits = limits;
    }

    /// How often each case counts in a tree.
    abstract int[] weights(int cases, SplittableRandom random);

    /// @param trees      how many
    /// @param leastCases different cases in a leaf at least
    /// @param seed       of the streams of the trees
    public List<Tree> fit(Training training, int trees, int leastCases, long seed) {
        RankedCases cases = new RankedCases(training);
        RandomStreams streams = new RandomStreams(seed);
        GrowthRule rule =
                new GrowthRule(GrowthRule.GROWN_OUT, leastCases, GrowthRule.rootOf(cases.features()), limits);
        List<Tree> grown = new ArrayList<>(trees);
        for (int tree = 0; tree < trees; tree++) {
            CancelledException.throwIfInterrupted();
            SplittableRandom random = streams.stream("tree-" + tree);
            grown.add(Growing.tree(cases, weights(cases.cases(), random), rule, random));
        }
        return grown;
    }
}
