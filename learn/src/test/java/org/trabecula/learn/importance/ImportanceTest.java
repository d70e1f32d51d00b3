package org.trabecula.learn.importance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.core.RandomStreams;
import org.trabecula.learn.Training;
import org.trabecula.learn.TrainingTables;
import org.trabecula.learn.classifier.Classifier;
import org.trabecula.learn.classifier.FittedClassifier;
import org.trabecula.learn.classifier.Grids;
import org.trabecula.learn.signature.Signature;
import org.trabecula.stats.Outcome;
import org.trabecula.table.FeatureTable;

class ImportanceTest {
    private static final int CASES = 120;

    /// The class follows f0; f1 and f2 are noise.
    private static Training training() {
        SplittableRandom random = new SplittableRandom(21);
        int[] outcomes = new int[CASES];
        double[][] columns = new double[3][CASES];
        for (int row = 0; row < CASES; row++) {
            outcomes[row] = row % 2;
            columns[0][row] = random.nextGaussian() + 2 * outcomes[row];
            columns[1][row] = random.nextGaussian();
            columns[2][row] = random.nextGaussian();
        }
        return TrainingTables.of(outcomes, columns);
    }

    private static FittedClassifier fitted(Classifier classifier, Training training) {
        return Grids.USUAL.candidates(classifier, 3, 1).getLast().fit(training);
    }

    /// XGBoost adds in single precision: a hundred sums below 8, each rounded by 2.4e-7 at most.
    @ParameterizedTest
    @EnumSource(names = {"CART", "RANDOM_FOREST", "EXTRA_TREES", "XGBOOST", "LIGHTGBM"})
    void contributionsSumToTheScore(Classifier classifier) {
        Training training = training();
        FittedClassifier model = fitted(classifier, training);
        Contributions found = Contributions.of(model, training.table()).orElseThrow();
        double[] scores = model.score(training.table());
        for (int row = 0; row < CASES; row++) {
            double sum = found.expected();
            for (double one : found.byCase()[row]) {
                sum += one;
            }
            assertThat(sum).isCloseTo(scores[row], within(classifier == Classifier.XGBOOST ? 2.4e-5 : 1e-12));
        }
        assertThat(found.meanSizes()[0]).isGreaterThan(found.meanSizes()[1]).isGreaterThan(found.meanSizes()[2]);
    }

    @ParameterizedTest
    @EnumSource(names = {"SVM", "KNN"})
    void othersHaveNoContributions(Classifier classifier) {
        Training training = training();
        assertThat(Contributions.of(fitted(classifier, training), training.table())).isEmpty();
    }

    @Test
    void aLinearScoreComesApartIntoCoefficientTimesValue() {
        Signature signature = new Signature(0.5, List.of("b", "a"), new double[] {2, -1}, 0.1, "");
        FeatureTable table = new FeatureTable(List.of("x", "y"), List.of("a", "b"), new double[][] {{1, 2}, {3, 4}});
        Contributions found = Contributions.of(signature, table);
        assertThat(found.names()).containsExactly("b", "a");
        assertThat(found.expected()).isEqualTo(0.5);
        assertThat(found.byCase()).isDeepEqualTo(new double[][] {{6, -1}, {8, -2}});
        assertThat(found.meanSizes()).containsExactly(7, 1.5);
    }

    @ParameterizedTest
    @EnumSource
    void aFeatureThatCarriesTheClassIsMissedWhenShuffled(Classifier classifier) {
        Training training = training();
        FittedClassifier model = fitted(classifier, training);
        PermutationImportance one =
                PermutationImportance.of(model, training.table(), training.outcome(), 4, new RandomStreams(1), 1);
        assertThat(one.drops()[0]).isGreaterThan(one.drops()[1]).isGreaterThan(one.drops()[2]).isGreaterThan(0.2);
        PermutationImportance three =
                PermutationImportance.of(model, training.table(), training.outcome(), 4, new RandomStreams(1), 3);
        assertThat(three.drops()).containsExactly(one.drops());
        assertThat(three.sds()).containsExactly(one.sds());
    }

    /// Two cases, a tree on f0 alone: shuffled, f0 stays as it is (AUC 1) or changes places (AUC 0); f1 is not asked for.
    @Test
    void theDropIsThatOfTheAuc() {
        Training training = TrainingTables.of(
                new int[] {0, 0, 0, 0, 0, 1, 1, 1, 1, 1}, new double[] {0, 0, 0, 0, 0, 1, 1, 1, 1, 1}, new double[10]);
        FittedClassifier model = Grids.USUAL.candidates(Classifier.CART, 2, 1).getLast().fit(training);
        FeatureTable two = new FeatureTable(List.of("n", "p"), List.of("f0", "f1"), new double[][] {{0, 1}, {5, 6}});
        PermutationImportance found = PermutationImportance.of(
                model, two, Outcome.of(new boolean[] {false, true}), 200, new RandomStreams(1), 1);
        assertThat(found.auc()).isEqualTo(1);
        assertThat(found.drops()[0]).isBetween(0.5 - 0.15, 0.5 + 0.15); // binomial, standard error 0.035
        assertThat(found.drops()[1]).isZero();
        assertThat(found.sds()[1]).isZero();
        assertThatThrownBy(() -> PermutationImportance.of(model, two, training.outcome(), 1, new RandomStreams(1), 1))
                .hasMessageContaining("2 repeats");
    }
}
