package org.trabecula.learn.tree;

import java.util.Arrays;
import org.trabecula.learn.Sound;

/// A binary tree as data. A case starts at node 0; at a split it goes left where `x ≤ limit`, until it comes to a leaf.
///
/// Nodes stand depth first: the left child of a split is the node after it, so only right children are written down. One
/// entry per node in `features`, `numbers`, `rights` and `covers`.
///
/// @param features    which feature a split asks for; [#LEAF] at a leaf
/// @param numbers     the limit of a split, the value of a leaf
/// @param rights      the right child of a split; 0 at a leaf
/// @param covers      how much of the training cases came by: their number, or a library's own weight of them; ≥ 0,
///                    and > 0 at a split
/// @param missingLeft the splits at which a missing value goes left, ascending; at all others it goes right
public record Tree(int[] features, double[] numbers, int[] rights, double[] covers, int[] missingLeft) {
    /// In place of a feature: the node is a leaf.
    public static final int LEAF = -1;

    public Tree {
        Sound.count("limits and values of a tree", numbers.length, features.length);
        Sound.count("right children of a tree", rights.length, features.length);
        Sound.count("covers of a tree", covers.length, features.length);
        Sound.finite("limits and values of a tree", numbers);
        Sound.finite("covers of a tree", covers);
        for (int node = 0; node < covers.length; node++) {
            if (covers[node] < 0 || covers[node] == 0 && features[node] != LEAF) {
                throw new IllegalArgumentException("somebody came by each split, got a cover of " + covers[node]);
            }
        }
        requireDepthFirst(features, rights);
        for (int at = 0; at < missingLeft.length; at++) {
            int node = missingLeft[at];
            if (node < 0 || node >= features.length || features[node] == LEAF || at > 0 && node <= missingLeft[at - 1]) {
                throw new IllegalArgumentException("a missing value can go left at a split, told once, in order; got node " + node);
            }
        }
    }

    /// After a leaf comes the right child that was promised last. So every node is the child of one split, and a walk ends.
    private static void requireDepthFirst(int[] features, int[] rights) {
        int[] promised = new int[features.length];
        int open = 0;
        for (int node = 0; node < features.length; node++) {
            if (features[node] < LEAF || rights[node] >= features.length) {
                throw new IllegalArgumentException(
                        "a split asks for a feature from 0 on and has a right child, got " + features[node] + " and " + rights[node]);
            }
            if (features[node] != LEAF) {
                promised[open++] = rights[node];
            } else if (rights[node] != 0 || node + 1 != (open == 0 ? features.length : promised[--open])) {
                throw new IllegalArgumentException("node " + node + " is a leaf where the tree does not go on as it says");
            }
        }
        if (open > 0 || features.length == 0) {
            throw new IllegalArgumentException("a tree ends with a leaf");
        }
    }

    /// The value of the leaf that a case comes to.
    ///
    /// @param x one value per feature; NaN is missing
    public double value(double[] x) {
        return numbers[leaf(x)];
    }

    private int leaf(double[] x) {
        int node = 0;
        while (features[node] != LEAF) {
            node = goesLeft(node, x[features[node]]) ? node + 1 : rights[node];
        }
        return node;
    }

    boolean goesLeft(int split, double value) {
        return value <= numbers[split] || Double.isNaN(value) && Arrays.binarySearch(missingLeft, split) >= 0;
    }

    /// Number of leaves.
    public int leaves() {
        return (features.length + 1) / 2;
    }

    /// @throws IllegalArgumentException if a split asks for a feature beyond the first `count`
    public void requireFeatures(int count) {
        if (Arrays.stream(features).max().orElse(LEAF) >= count) {
            throw new IllegalArgumentException("a tree asks for a feature that is none of " + count);
        }
    }
}
