package org.trabecula.learn.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.learn.Training;
import org.trabecula.learn.TrainingTables;

class TreeShapTest {
    private static final int FEATURES = 5;

    /// f0 ≤ 0 ? (f1 ≤ 0 ? 1 : 3) : 8, covers 4 (1, 3) and 4; x = (0, 1), value 3. Mean of the left side (1 + 3·3)/4 = 2.5, of all
    /// (2.5 + 8)/2 = 5.25. Known alone, f0 gives 2.5; f1 gives (3 + 8)/2 = 5.5. φ₀ = ½ (2.5 − 5.25) + ½ (3 − 5.5) = −2.625,
    /// φ₁ = ½ (5.5 − 5.25) + ½ (3 − 2.5) = 0.375.
    @Test
    void twoFeaturesByHand() {
        Tree tree = new Tree(
                new int[] {0, 1, Tree.LEAF, Tree.LEAF, Tree.LEAF}, new double[] {0, 0, 1, 3, 8}, new int[] {4, 3, 0, 0, 0},
                new double[] {8, 4, 1, 3, 4}, new int[0]);
        double[] phi = new double[2];
        TreeShap.add(tree, new double[] {0, 1}, phi);
        assertThat(TreeShap.expected(tree)).isEqualTo(5.25);
        assertThat(phi).containsExactly(new double[] {-2.625, 0.375}, within(1e-14));
    }

    /// Trees grown out on 40 cases ask for one feature several times on a way. Against Shapley's own formula over all 32 sets of
    /// known features.
    @Test
    void equalsShapleysFormula() {
        for (Tree tree : forest()) {
            for (int seed = 0; seed < 10; seed++) {
                double[] x = new SplittableRandom(seed).doubles(FEATURES, -2, 2).toArray();
                double[] phi = new double[FEATURES];
                TreeShap.add(tree, x, phi);
                assertThat(phi).containsExactly(shapley(tree, x), within(1e-12)); // sums of some ten products of shares below 1
                double sum = TreeShap.expected(tree);
                for (double one : phi) {
                    sum += one;
                }
                assertThat(sum).isCloseTo(tree.value(x), within(1e-12));
            }
        }
    }

    private static List<Tree> forest() {
        SplittableRandom random = new SplittableRandom(3);
        int[] outcomes = new int[40];
        double[][] columns = new double[FEATURES][outcomes.length];
        for (int row = 0; row < outcomes.length; row++) {
            outcomes[row] = random.nextInt(2);
            for (double[] column : columns) {
                column[row] = random.nextGaussian();
            }
        }
        Training training = TrainingTables.of(outcomes, columns);
        return Forest.RANDOM_FOREST.fit(training, 10, 1, 1);
    }

    private static double[] shapley(Tree tree, double[] x) {
        double[] phi = new double[FEATURES];
        for (int feature = 0; feature < FEATURES; feature++) {
            for (int known = 0; known < 1 << FEATURES; known++) {
                if ((known >> feature & 1) == 0) {
                    int size = Integer.bitCount(known);
                    double weight = factorial(size) * factorial(FEATURES - size - 1) / factorial(FEATURES);
                    phi[feature] += weight * (mean(tree, x, known | 1 << feature, 0) - mean(tree, x, known, 0));
                }
            }
        }
        return phi;
    }

    /// Below a node, over what is not known by the covers.
    private static double mean(Tree tree, double[] x, int known, int node) {
        int feature = tree.features()[node];
        if (feature == Tree.LEAF) {
            return tree.numbers()[node];
        }
        int left = node + 1;
        int right = tree.rights()[node];
        if ((known >> feature & 1) == 1) {
            return mean(tree, x, known, x[feature] <= tree.numbers()[node] ? left : right);
        }
        return (tree.covers()[left] * mean(tree, x, known, left) + tree.covers()[right] * mean(tree, x, known, right)) / tree.covers()[node];
    }

    private static double factorial(int n) {
        return n < 2 ? 1 : n * factorial(n - 1);
    }
}
