package org.trabecula.learn.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TreeTest {
    private static final int[] NONE = {};

    /// Node 0 asks whether f1 ≤ 2 and sends missing values left; node 1, on its left, whether f0 ≤ −1.
    private static final Tree TREE = new Tree(
            new int[] {1, 0, Tree.LEAF, Tree.LEAF, Tree.LEAF}, new double[] {2, -1, 0.1, 0.2, 0.3}, new int[] {4, 3, 0, 0, 0},
            new double[] {10, 7, 3, 4, 3}, new int[] {0});

    @Test
    void aCaseGoesLeftAtMostAtTheLimit() {
        assertThat(TREE.value(new double[] {-1, 2})).isEqualTo(0.1);
        assertThat(TREE.value(new double[] {-0.9, 2})).isEqualTo(0.2);
        assertThat(TREE.value(new double[] {-1, Math.nextUp(2.0)})).isEqualTo(0.3);
        assertThat(TREE.leaves()).isEqualTo(3);
    }

    @Test
    void aMissingValueGoesWhereTheSplitSays() {
        assertThat(TREE.value(new double[] {-5, Double.NaN})).isEqualTo(0.1);
        assertThat(TREE.value(new double[] {Double.NaN, Double.NaN})).isEqualTo(0.2);
    }

    @Test
    void aTreeThatWasEditedIsNone() {
        refused(new int[] {0, Tree.LEAF, Tree.LEAF}, new int[] {1, 0, 0}, NONE); // a right child that is the left one too
        refused(new int[] {0, Tree.LEAF, Tree.LEAF}, new int[] {0, 0, 0}, NONE); // a walk without end
        refused(new int[] {0, Tree.LEAF, Tree.LEAF}, new int[] {3, 0, 0}, NONE); // beyond the last
        refused(new int[] {0, Tree.LEAF, Tree.LEAF, Tree.LEAF}, new int[] {2, 0, 0, 0}, NONE); // a node that nobody comes to
        refused(new int[] {0, 0, Tree.LEAF, Tree.LEAF, Tree.LEAF}, new int[] {3, 4, 0, 0, 0}, NONE); // children crosswise
        refused(new int[] {0, Tree.LEAF}, new int[] {2, 0}, NONE); // no right child
        refused(new int[] {}, new int[] {}, NONE);
        refused(new int[] {-2, Tree.LEAF, Tree.LEAF}, new int[] {2, 0, 0}, NONE);
        refused(new int[] {0, Tree.LEAF, Tree.LEAF}, new int[] {2, 0, 0}, new int[] {1}); // a leaf has no sides
        refused(new int[] {0, Tree.LEAF, Tree.LEAF}, new int[] {2, 0, 0}, new int[] {0, 0});
        assertThatThrownBy(() -> new Tree(new int[] {Tree.LEAF}, new double[] {Double.NaN}, new int[1], new double[1], NONE))
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> new Tree(new int[] {Tree.LEAF}, new double[1], new int[1], new double[] {-1}, NONE))
                .hasMessageContaining("cover");
        assertThatThrownBy(() -> new Tree(
                        new int[] {0, Tree.LEAF, Tree.LEAF}, new double[3], new int[] {2, 0, 0}, new double[3], NONE))
                .hasMessageContaining("cover");
        assertThatThrownBy(() -> TREE.requireFeatures(1)).hasMessageContaining("none of 1");
        TREE.requireFeatures(2);
    }

    private static void refused(int[] features, int[] rights, int[] missingLeft) {
        double[] numbers = new double[features.length];
        double[] covers = new double[features.length];
        Arrays.fill(covers, 1);
        assertThatThrownBy(() -> new Tree(features, numbers, rights, covers, missingLeft)).isInstanceOf(IllegalArgumentException.class);
    }

    /// The places of a full tree of depth 2, written as their way from the root.
    @Test
    void unfoldingWritesNodesDepthFirst() {
        Tree tree = Unfolding.from("", way -> way.length() == 2
                ? new Unfolding.Node.Leaf<>(way.equals("LR") ? 7 : 0, 1)
                : new Unfolding.Node.Fork<>(way.length(), 0.5, way.equals("R"), 2, way + "L", way + "R"));
        assertThat(tree.features()).containsExactly(0, 1, Tree.LEAF, Tree.LEAF, 1, Tree.LEAF, Tree.LEAF);
        assertThat(tree.rights()).containsExactly(4, 3, 0, 0, 6, 0, 0);
        assertThat(tree.numbers()).containsExactly(0.5, 0.5, 0, 7, 0.5, 0, 0);
        assertThat(tree.missingLeft()).containsExactly(4);
    }

    /// A chain as long as a large cohort has cases: recursion would run out of stack.
    @Test
    void aTreeMayBeAsDeepAsItHasCases() {
        int depth = 100_000;
        Tree tree = Unfolding.from(0, at -> at < 0 || at == depth
                ? new Unfolding.Node.Leaf<>(at, 1)
                : new Unfolding.Node.Fork<>(0, at, false, 1, -1, at + 1));
        assertThat(tree.leaves()).isEqualTo(depth + 1);
        assertThat(tree.value(new double[] {depth})).isEqualTo(depth);
    }
}
