package org.trabecula.learn.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.core.RandomStreams;
import org.trabecula.learn.Folds;
import org.trabecula.learn.Training;
import org.trabecula.learn.TrainingTables;
import org.trabecula.learn.tree.Tree;
import org.trabecula.stats.roc.Direction;
import org.trabecula.stats.roc.RocCurve;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What holds for each kind.
class EveryClassifierTest {
    private static final int CASES = 80;
    private static final long SEED = 5;

    /// As the study reads bundles.
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    /// The class follows f0; f1 and f2 are noise.
    private static Training training() {
        SplittableRandom random = new SplittableRandom(8);
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

    private static Folds folds(Training training) {
        return Folds.stratifiedByPatient(training, 4, new SplittableRandom(1));
    }

    /// With classes two standard deviations apart the best possible AUC is Φ(2/√2) = 0.92; in 80 cases it has a standard error of 0.03.
    @ParameterizedTest
    @EnumSource
    void findsASignalInCasesItHasNotSeen(Classifier classifier) {
        Training training = training();
        GridSearch search = GridSearch.over(classifier, Grids.USUAL.candidates(classifier, 3, SEED), folds(training), 2);
        assertThat(search.bestAuc()).isBetween(0.82, 0.99);
        assertThat(RocCurve.of(training.outcome(), search.outOfFold(folds(training), 2).values(), Direction.CASES_HIGHER).auc())
                .isBetween(0.82, 0.99);
    }

    @ParameterizedTest
    @EnumSource
    void isTheSameForAnyNumberOfThreads(Classifier classifier) {
        Training training = training();
        GridSearch one = GridSearch.over(classifier, Grids.USUAL.candidates(classifier, 3, SEED), folds(training), 1);
        GridSearch three = GridSearch.over(classifier, Grids.USUAL.candidates(classifier, 3, SEED), folds(training), 3);
        assertThat(three.meanAuc()).containsExactly(one.meanAuc());
        assertThat(three.best()).isEqualTo(one.best());
        assertThat(three.fit(training).score(training.table())).containsExactly(one.fit(training).score(training.table()));
    }

    @ParameterizedTest
    @EnumSource
    void saysHowManyTrainingCasesItHolds(Classifier classifier) {
        Training training = training();
        for (ClassifierSettings candidate : Grids.USUAL.candidates(classifier, 3, SEED)) {
            int rows = candidate.fit(training).rowsHeld();
            switch (classifier) {
                case KNN -> assertThat(rows).isEqualTo(CASES);
                case SVM -> assertThat(rows).as("support vectors").isBetween(2, CASES);
                default -> assertThat(rows).isZero();
            }
            assertThat(rows > 0).isEqualTo(classifier.holdsRows());
        }
    }

    @ParameterizedTest
    @EnumSource
    void isTheSameModelOnceReadBack(Classifier classifier) {
        Training training = training();
        for (ClassifierSettings candidate : List.of(
                Grids.USUAL.candidates(classifier, 3, SEED).getFirst(), Grids.USUAL.candidates(classifier, 3, SEED).getLast())) {
            FittedClassifier model = candidate.fit(training);
            String text = JSON.writerFor(FittedClassifier.class).writeValueAsString(model);
            FittedClassifier back = JSON.readValue(text, FittedClassifier.class);
            assertThat(back.score(training.table())).containsExactly(model.score(training.table()));
            assertThat(JSON.writerFor(FittedClassifier.class).writeValueAsString(back)).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSearchIsTheSameOnceReadBack(Classifier classifier) {
        List<ClassifierSettings> grid = Grids.USUAL.candidates(classifier, 3, SEED);
        GridSearch search = new GridSearch(classifier, grid.getLast(), grid, new double[grid.size()]);
        GridSearch back = JSON.readValue(JSON.writeValueAsString(search), GridSearch.class);
        assertThat(back.best()).isEqualTo(search.best());
        assertThat(back.tried()).isEqualTo(search.tried());
        assertThat(grid).doesNotHaveDuplicates();
        assertThat(grid.stream().map(ClassifierSettings::words)).doesNotContain("");
    }

    @Test
    void treesOfAnotherTableAreRefused() {
        Tree tree = new Tree(
                new int[] {1, Tree.LEAF, Tree.LEAF}, new double[] {0.1, 0, 1}, new int[] {2, 0, 0}, new double[] {2, 1, 1}, new int[0]);
        List<String> one = List.of("a");
        List<String> two = List.of("a", "b");
        List<Tree> trees = List.of(tree);
        assertThatThrownBy(() -> new TreesModel(one, trees)).hasMessageContaining("none of 1");
        assertThatThrownBy(() -> new LightgbmModel(one, trees)).hasMessageContaining("none of 1");
        assertThatThrownBy(() -> new XgboostModel(one, trees)).hasMessageContaining("none of 1");
        assertThatThrownBy(() -> new XgboostModel(two, trees)).as("0.1 in double precision").hasMessageContaining("single");
        assertThatThrownBy(() -> new TreesModel(two, List.of())).hasMessageContaining("at least one");
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new CartSettings(0, 1)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> new ForestSettings(org.trabecula.learn.tree.Forest.EXTRA_TREES, 0, 1, 1)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> new XgboostSettings(1, 1, Double.NaN)).hasMessageContaining("rate");
        assertThatThrownBy(() -> new LightgbmSettings(1, 1, 0.1)).hasMessageContaining("leaves 2");
    }

    /// Of equals the first named is taken, of others the best, whatever the order.
    @Test
    void theBestClassifierIsChosenByItsMeanAuc() {
        GridSearch svm = search(Classifier.SVM, 0.7);
        GridSearch knn = search(Classifier.KNN, 0.8);
        GridSearch cart = search(Classifier.CART, 0.8);
        assertThat(new ClassifierChoice(List.of(svm, knn, cart)).best()).isEqualTo(knn);
        assertThat(new ClassifierChoice(List.of(cart, svm, knn)).best()).isEqualTo(cart);
        assertThat(new ClassifierChoice(List.of(search(Classifier.LIGHTGBM, Double.NaN), svm)).best()).isEqualTo(svm);
        assertThatThrownBy(() -> new ClassifierChoice(List.of(svm, svm))).hasMessageContaining("different");
    }

    @Test
    void aChoiceIsAmongTheSearchesOfEachClassifier() {
        Training training = training();
        List<Classifier> classifiers = List.of(Classifier.CART, Classifier.KNN);
        ClassifierChoice choice = ClassifierChoice.over(classifiers, Grids.USUAL, folds(training), 3, new RandomStreams(SEED), 2);
        assertThat(choice.searches().stream().map(GridSearch::classifier).toList()).isEqualTo(classifiers);
        double knn = GridSearch.over(Classifier.KNN, Grids.USUAL.candidates(Classifier.KNN, 3, SEED), folds(training), 1).bestAuc();
        assertThat(choice.searches().getLast().bestAuc()).isEqualTo(knn);
        assertThat(choice.best().bestAuc()).isEqualTo(Math.max(knn, choice.searches().getFirst().bestAuc()));
    }

    private static GridSearch search(Classifier classifier, double auc) {
        ClassifierSettings one = Grids.USUAL.candidates(classifier, 1, SEED).getFirst();
        return new GridSearch(classifier, one, List.of(one), new double[] {auc});
    }
}
