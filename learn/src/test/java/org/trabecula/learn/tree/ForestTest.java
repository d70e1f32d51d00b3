package org.trabecula.learn.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.core.RandomStreams;
import org.trabecula.learn.Training;
import org.trabecula.learn.TrainingTables;

class ForestTest {
    private static final int CASES = 60;
    private static final int GROWN_OUT = 99;

    private static Training training(int features) {
        SplittableRandom random = new SplittableRandom(4);
        int[] outcomes = new int[CASES];
        double[][] columns = new double[features][CASES];
        for (int row = 0; row < CASES; row++) {
            outcomes[row] = row % 3 == 0 ? 1 : 0;
            for (int feature = 0; feature < features; feature++) {
                columns[feature][row] = random.nextGaussian() + (feature == 0 ? outcomes[row] : 0);
            }
        }
        return TrainingTables.of(outcomes, columns);
    }

    /// With one feature, nothing but the bootstrap is drawn: a tree of the forest is a single tree on the cases as drawn,
    /// each as often as it was drawn.
    @Test
    void aTreeOfARandomForestIsASingleTreeOnItsBootstrapSample() {
        Training training = training(1);
        List<Tree> forest = Forest.RANDOM_FOREST.fit(training, 5, 1, 7);
        for (int tree = 0; tree < forest.size(); tree++) {
            SplittableRandom random = new RandomStreams(7).stream("tree-" + tree);
            int[] drawn = IntStream.range(0, CASES).map(_ -> random.nextInt(CASES)).toArray();
            int[] outcomes = IntStream.of(drawn).map(row -> training.outcome().isCase(row) ? 1 : 0).toArray();
            double[] values = IntStream.of(drawn).mapToDouble(row -> training.table().value(row, 0)).toArray();
            Tree single = Cart.fit(TrainingTables.of(outcomes, values), GROWN_OUT, 1);
            assertThat(forest.get(tree).features()).containsExactly(single.features());
            assertThat(forest.get(tree).numbers()).containsExactly(single.numbers());
            assertThat(forest.get(tree).covers()).containsExactly(single.covers());
        }
    }

    /// One feature, one split: the limit is the first number drawn, between the smallest and the largest value.
    @Test
    void extraTreesDrawTheirLimits() {
        Training training = TrainingTables.of(new int[] {0, 1}, new double[] {10, 30});
        for (int tree = 0; tree < 20; tree++) {
            Tree grown = Forest.EXTRA_TREES.fit(training, tree + 1, 1, 3).getLast();
            assertThat(grown.numbers()[0]).isEqualTo(10 + 20 * new RandomStreams(3).stream("tree-" + tree).nextDouble());
            assertThat(grown.value(new double[] {10})).isZero();
            assertThat(grown.value(new double[] {30})).isEqualTo(1);
        }
    }

    /// Of 9 features 3 are tried at a split. Trees grown out on all cases know each training case's class.
    @Test
    void extraTreesAreGrownOutOnAllCases() {
        Training training = training(9);
        for (Tree tree : Forest.EXTRA_TREES.fit(training, 10, 1, 1)) {
            assertThat(tree.covers()[0]).isEqualTo(CASES);
            for (int row = 0; row < CASES; row++) {
                assertThat(tree.value(training.table().row(row))).isEqualTo(training.outcome().isCase(row) ? 1 : 0);
            }
        }
    }

    /// f0 alone parts the classes. A tree that may ask for all features starts with it; one that tries √9 = 3 of 9 does so in a
    /// third of the trees: 100 of 300, with a standard deviation of 8.2.
    @Test
    void aSplitTriesTheRootOfTheFeatures() {
        SplittableRandom random = new SplittableRandom(2);
        int[] outcomes = IntStream.range(0, CASES).map(row -> row % 2).toArray();
        double[][] columns = new double[9][];
        columns[0] = IntStream.of(outcomes).asDoubleStream().toArray();
        for (int feature = 1; feature < 9; feature++) {
            columns[feature] = random.doubles(CASES).toArray();
        }
        long first = Forest.RANDOM_FOREST.fit(TrainingTables.of(outcomes, columns), 300, 1, 1).stream()
                .filter(tree -> tree.features()[0] == 0)
                .count();
        assertThat(first).isBetween(100L - 33, 100L + 33); // four standard deviations
    }

    @Test
    void aLeafHasAsManyDifferentCasesAsAskedFor() {
        Training training = training(4);
        for (Tree tree : Forest.EXTRA_TREES.fit(training, 10, 8, 1)) {
            for (int node = 0; node < tree.features().length; node++) {
                assertThat(tree.covers()[node]).isGreaterThanOrEqualTo(8);
            }
        }
    }

    @Test
    void aTreeDependsOnItsSeedAndNumberOnly() {
        for (Forest kind : Forest.values()) {
            List<Tree> small = kind.fit(training(4), 3, 1, 1);
            List<Tree> large = kind.fit(training(4), 6, 1, 1);
            for (int tree = 0; tree < small.size(); tree++) {
                assertThat(large.get(tree).numbers()).containsExactly(small.get(tree).numbers());
            }
            assertThat(kind.fit(training(4), 1, 1, 2).getFirst().numbers()).isNotEqualTo(small.getFirst().numbers());
        }
    }
}
