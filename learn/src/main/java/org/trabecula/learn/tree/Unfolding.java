package org.trabecula.learn.tree;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Function;

/// Makes a [Tree] from its root, node by node, depth first and without recursion: a tree may be as deep as it has cases.
public final class Unfolding {
    private int[] features = new int[16];
    private double[] numbers = new double[16];
    private int[] rights = new int[16];
    private double[] covers = new double[16];
    private int[] missingLeft = new int[16];
    private int nodes;
    private int missings;

    private Unfolding() {}

    /// What stands at a place of the tree.
    ///
    /// @param <N> what names a place
    public sealed interface Node<N> {
        /// A split and the places below it; see [Tree] for the other components.
        record Fork<N>(int feature, double limit, boolean missingLeft, double cover, N left, N right) implements Node<N> {}

        /// An end.
        record Leaf<N>(double value, double cover) implements Node<N> {}
    }

    /// A place that is still to come.
    ///
    /// @param rightOf the split whose right child it is; -1 for the root and for left children
    private record Pending<N>(N place, int rightOf) {}

    /// @param node what stands at a place; asked once for each, a split before what is below it, left before right
    public static <N> Tree from(N root, Function<N, Node<N>> node) {
        Unfolding tree = new Unfolding();
        Deque<Pending<N>> pending = new ArrayDeque<>();
        pending.push(new Pending<>(root, -1));
        while (!pending.isEmpty()) {
            Pending<N> next = pending.pop();
            if (next.rightOf >= 0) {
                tree.rights[next.rightOf] = tree.nodes;
            }
            switch (node.apply(next.place)) {
                case Node.Leaf<N>(double value, double cover) -> tree.add(Tree.LEAF, value, cover);
                case Node.Fork<N>(int feature, double limit, boolean missingLeft, double cover, N left, N right) -> {
                    int split = tree.add(feature, limit, cover);
                    if (missingLeft) {
                        tree.addMissingLeft(split);
                    }
                    pending.push(new Pending<>(right, split));
                    pending.push(new Pending<>(left, -1));
                }
            }
        }
        return new Tree(
                Arrays.copyOf(tree.features, tree.nodes), Arrays.copyOf(tree.numbers, tree.nodes),
                Arrays.copyOf(tree.rights, tree.nodes), Arrays.copyOf(tree.covers, tree.nodes),
                Arrays.copyOf(tree.missingLeft, tree.missings));
    }

    private int add(int feature, double number, double cover) {
        if (nodes == features.length) {
            int room = 2 * nodes;
            features = Arrays.copyOf(features, room);
            numbers = Arrays.copyOf(numbers, room);
            rights = Arrays.copyOf(rights, room);
            covers = Arrays.copyOf(covers, room);
        }
        features[nodes] = feature;
        numbers[nodes] = number;
        covers[nodes] = cover;
        return nodes++;
    }

    private void addMissingLeft(int split) {
        if (missings == missingLeft.length) {
            missingLeft = Arrays.copyOf(missingLeft, 2 * missings);
        }
        missingLeft[missings++] = split;
    }
}
