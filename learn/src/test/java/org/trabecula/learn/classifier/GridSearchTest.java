package org.trabecula.learn.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.learn.Folds;
import org.trabecula.learn.Training;
import org.trabecula.learn.TrainingScores;
import org.trabecula.learn.TrainingTables;
import org.trabecula.stats.roc.Direction;
import org.trabecula.stats.roc.RocCurve;

class GridSearchTest {
    private static final int CASES = 40;
    private static final long SEED = 1;

    private static Training training(double effect) {
        SplittableRandom random = new SplittableRandom(3);
        int[] outcomes = new int[CASES];
        double[] signal = new double[CASES];
        double[] noise = new double[CASES];
        for (int row = 0; row < CASES; row++) {
            outcomes[row] = row % 2;
            signal[row] = random.nextGaussian() + effect * outcomes[row];
            noise[row] = random.nextGaussian();
        }
        return TrainingTables.of(outcomes, signal, noise);
    }

    private static Folds folds(Training training) {
        return Folds.stratifiedByPatient(training, 4, new SplittableRandom(1));
    }

    /// Where every candidate tells the classes apart, all mean AUCs are 1 and the first candidate, the simplest, is taken.
    @Test
    void ofEqualsTheSimplestIsTaken() {
        Training training = training(100);
        GridSearch search = GridSearch.over(Classifier.SVM, Grids.USUAL.candidates(Classifier.SVM, 2, SEED), folds(training), 1);
        assertThat(search.meanAuc()).containsOnly(1.0);
        assertThat(search.best()).isEqualTo(search.tried().getFirst()).isEqualTo(Grids.USUAL.candidates(Classifier.SVM, 2, SEED).getFirst());
    }

    @Test
    void theBestMeanAucIsTaken() {
        Training training = training(1);
        GridSearch search = GridSearch.over(Classifier.SVM, Grids.USUAL.candidates(Classifier.SVM, 2, SEED), folds(training), 1);
        double largest = 0;
        for (double auc : search.meanAuc()) {
            largest = Math.max(largest, auc);
        }
        assertThat(search.meanAuc()[search.tried().indexOf(search.best())]).isGreaterThanOrEqualTo(largest - 1e-12);
    }

    @Test
    void theSameForAnyNumberOfThreads() {
        Training training = training(1);
        GridSearch one = GridSearch.over(Classifier.SVM, Grids.USUAL.candidates(Classifier.SVM, 2, SEED), folds(training), 1);
        GridSearch three = GridSearch.over(Classifier.SVM, Grids.USUAL.candidates(Classifier.SVM, 2, SEED), folds(training), 3);
        assertThat(three.meanAuc()).containsExactly(one.meanAuc());
        assertThat(three.best()).isEqualTo(one.best());
        assertThat(three.outOfFold(folds(training), 3).values()).containsExactly(one.outOfFold(folds(training), 1).values());
    }

    /// Out-of-fold values come from machines that never saw the case: by hand, fold by fold.
    @Test
    void outOfFoldValuesAreThoseOfTheFoldsOwnMachines() {
        Training training = training(1);
        Folds folds = folds(training);
        GridSearch search = GridSearch.over(Classifier.SVM, Grids.USUAL.candidates(Classifier.SVM, 2, SEED), folds, 1);
        TrainingScores scores = search.outOfFold(folds, 1);
        double[] values = scores.values();
        for (int fold = 0; fold < folds.count(); fold++) {
            double[] held = search.best().fit(folds.fitPart(fold)).score(folds.heldOutRows(fold));
            int[] rows = folds.assignment().heldOut(fold);
            for (int at = 0; at < rows.length; at++) {
                assertThat(values[rows[at]]).isEqualTo(held[at]);
            }
        }
        double auc = RocCurve.of(scores.outcome(), values, Direction.CASES_HIGHER).auc();
        assertThat(auc).isBetween(0.5, 1.0);
    }

    @Test
    void aSearchThatWasEditedIsNone() {
        SvmSettings one = new SvmSettings(SvmSettings.Kernel.LINEAR, 1, 1, 1e-3);
        SvmSettings other = new SvmSettings(SvmSettings.Kernel.LINEAR, 2, 1, 1e-3);
        assertThatThrownBy(() -> new GridSearch(Classifier.SVM, one, List.of(other), new double[] {0.5})).hasMessageContaining("best");
        assertThatThrownBy(() -> new GridSearch(Classifier.SVM, one, List.of(one), new double[] {2})).hasMessageContaining("AUC");
        assertThatThrownBy(() -> new SvmSettings(SvmSettings.Kernel.LINEAR, Double.NaN, 1, 1e-3)).hasMessageContaining("> 0");
    }
}
