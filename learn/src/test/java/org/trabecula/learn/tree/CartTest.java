package org.trabecula.learn.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.trabecula.learn.TrainingTables;

class CartTest {
    private static final int GROWN_OUT = 99;

    /// Values 1 2 | 4 8, classes 0 0 | 1 1: the one limit that leaves both sides pure is halfway between 2 and 4.
    @Test
    void theLimitIsHalfwayBetweenNeighbours() {
        Tree tree = Cart.fit(TrainingTables.of(new int[] {1, 0, 1, 0}, new double[] {8, 1, 4, 2}), GROWN_OUT, 1);
        assertThat(tree.features()).containsExactly(0, Tree.LEAF, Tree.LEAF);
        assertThat(tree.numbers()).containsExactly(3, 0, 1);
        assertThat(tree.covers()).containsExactly(4, 2, 2);
    }

    /// Classes along f0: 0 0 1 0 1 1. After k cases (l₀² + l₁²)/l + (r₀² + r₁²)/r is
    /// k = 1: 1 + (2² + 3²)/5 = 3.6;  k = 2: 2 + (1 + 9)/4 = 4.5;  k = 3: (4 + 1)/3 + (1 + 4)/3 = 3.33;  k = 4: (9 + 1)/4 + 2 = 4.5.
    /// The first of the two equals is taken, after 2 cases; then 1 | 0 1 1 (1 + 5/3 = 2.67), 1 0 | 1 1 (1 + 2 = 3),
    /// 1 0 1 | 1 (5/3 + 1 = 2.67): the middle.
    @Test
    void theSmallestImpurityIsTakenAndOfEqualsTheFirst() {
        Tree tree = Cart.fit(TrainingTables.of(new int[] {0, 0, 1, 0, 1, 1}, new double[] {0, 1, 2, 3, 4, 5}), 2, 1);
        assertThat(tree.features()).containsExactly(0, Tree.LEAF, 0, Tree.LEAF, Tree.LEAF);
        assertThat(tree.numbers()).containsExactly(1.5, 0, 3.5, 0.5, 1);
        assertThat(tree.covers()).containsExactly(6, 2, 4, 2, 2);
    }

    /// The same classes with two cases a leaf at least; with three only the middle is left, 1/3 and 2/3.
    @Test
    void aLeafHasAsManyCasesAsAskedFor() {
        int[] classes = {0, 0, 1, 0, 1, 1};
        double[] values = {0, 1, 2, 3, 4, 5};
        assertThat(Cart.fit(TrainingTables.of(classes, values), GROWN_OUT, 2).numbers()).containsExactly(1.5, 0, 3.5, 0.5, 1);
        assertThat(Cart.fit(TrainingTables.of(classes, values), GROWN_OUT, 3).numbers()).containsExactly(2.5, 1.0 / 3, 2.0 / 3);
        assertThat(Cart.fit(TrainingTables.of(classes, values), GROWN_OUT, 4).numbers()).containsExactly(0.5);
    }

    /// f1 parts the classes, f0 does not; f2 is f1 again and comes later.
    @Test
    void ofEqualFeaturesTheEarlierIsTaken() {
        double[] parting = {1, 2, 3, 4};
        Tree tree = Cart.fit(TrainingTables.of(new int[] {0, 0, 1, 1}, new double[] {1, 3, 2, 4}, parting, parting.clone()), 1, 1);
        assertThat(tree.features()).containsExactly(1, Tree.LEAF, Tree.LEAF);
    }

    /// A feature that is constant but for rounding cannot be split, and another one is; with none left the node is a leaf.
    @Test
    void valuesThatDifferByRoundingAreTheSame() {
        double[] constant = {1, 1 + 9e-8, 1, 1 + 9e-8};
        assertThat(Cart.fit(TrainingTables.of(new int[] {0, 1, 0, 1}, constant), GROWN_OUT, 1).numbers()).containsExactly(0.5);
        Tree other = Cart.fit(TrainingTables.of(new int[] {0, 1, 0, 1}, constant, new double[] {0, 1, 0, 1}), GROWN_OUT, 1);
        assertThat(other.features()).containsExactly(1, Tree.LEAF, Tree.LEAF);
    }

    /// Exclusive or: no first split lowers the impurity, (1 + 1)/2 + (1 + 1)/2 = 2 = (2² + 2²)/4; grown on, the tree has it.
    @Test
    void aSplitNeedNotLowerTheImpurity() {
        Tree tree = Cart.fit(
                TrainingTables.of(new int[] {0, 1, 1, 0}, new double[] {0, 0, 1, 1}, new double[] {0, 1, 0, 1}), GROWN_OUT, 1);
        assertThat(tree.features()).containsExactly(0, 1, Tree.LEAF, Tree.LEAF, 1, Tree.LEAF, Tree.LEAF);
        assertThat(tree.value(new double[] {1, 0})).isEqualTo(1);
        assertThat(tree.value(new double[] {1, 1})).isZero();
    }
}
