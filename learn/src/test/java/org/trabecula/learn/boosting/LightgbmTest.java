package org.trabecula.learn.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMException;
import com.microsoft.ml.lightgbm.PredictionType;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.core.Parallel;
import org.trabecula.learn.Training;
import org.trabecula.learn.TrainingTables;
import org.trabecula.learn.classifier.LightgbmModel;
import org.trabecula.learn.importance.Contributions;
import org.trabecula.learn.tree.Tree;
import org.trabecula.table.FeatureTable;

class LightgbmTest {
    /// Trained with and without missing values, asked with them: 640 raw scores, none of them off by a bit.
    @ParameterizedTest
    @CsvSource({"0, 100, 7", "0.2, 100, 7", "0.2, 30, 31", "0, 1, 2"})
    void ourScoresAreLightgbmsToTheBit(double missing, int rounds, int leaves) throws LGBMException, IOException {
        Training training = BoostingTables.training(missing);
        FeatureTable others = BoostingTables.others(training);
        String model = Lightgbm.model(training, rounds, leaves, 0.1);
        List<Tree> trees = LightgbmText.trees(model);
        assertThat(trees).hasSize(rounds);
        double[] ours = new LightgbmModel(training.table().names(), trees).score(others);
        double[] theirs;
        try (LGBMBooster booster = LGBMBooster.loadModelFromString(model)) {
            theirs = booster.predictForMat(
                    Lightgbm.values(others), others.rows(), BoostingTables.FEATURES, true, PredictionType.C_API_PREDICT_RAW_SCORE);
        }
        assertThat(ours).containsExactly(theirs).hasSize(640);
    }

    /// The wrapper's own way to the model's text leaves 10 MB behind each time: 2 GB here.
    @Test
    @EnabledOnOs(OS.LINUX)
    void twoHundredFitsLeaveNothingBehind() throws LGBMException, IOException {
        Training training = BoostingTables.training(0);
        String first = Lightgbm.model(training, 2, 3, 0.1);
        long before = ProcessData.megabytes();
        for (int fit = 0; fit < 200; fit++) {
            assertThat(Lightgbm.model(training, 2, 3, 0.1)).isEqualTo(first);
        }
        assertThat(ProcessData.megabytes() - before).isLessThan(400); // as much as Java's own heap and threads may come to
    }

    @Test
    void contributionsAreLightgbms() throws LGBMException, IOException {
        Training training = BoostingTables.training(0.2);
        FeatureTable others = BoostingTables.others(training);
        String model = Lightgbm.model(training, 50, 7, 0.1);
        double[] theirs;
        try (LGBMBooster booster = LGBMBooster.loadModelFromString(model)) {
            theirs = booster.predictForMat(
                    Lightgbm.values(others), others.rows(), BoostingTables.FEATURES, true, PredictionType.C_API_PREDICT_CONTRIB);
        }
        Contributions ours =
                Contributions.of(new LightgbmModel(training.table().names(), LightgbmText.trees(model)), others).orElseThrow();
        int width = BoostingTables.FEATURES + 1;
        for (int row = 0; row < others.rows(); row++) {
            for (int feature = 0; feature < BoostingTables.FEATURES; feature++) {
                assertThat(ours.byCase()[row][feature]).isCloseTo(theirs[row * width + feature], within(1e-10));
            }
            assertThat(ours.expected()).isCloseTo(theirs[row * width + width - 1], within(1e-10));
        }
    }

    /// 8 cases of each class, apart in f0. From the prevalence ½ the score starts at 0; gradients are ±½, Hessians ¼; the split is
    /// between the two values, a leaf is η ΣG / ΣH = 0.5 · (8 · ½) / (8 · ¼) = 1, and −1 on the other side.
    @Test
    void oneSplitByHand() {
        int[] outcomes = new int[16];
        Arrays.fill(outcomes, 8, 16, 1);
        double[] values = new double[16];
        Arrays.fill(values, 8, 16, 3);
        Tree tree = Lightgbm.fit(TrainingTables.of(outcomes, values), 1, 2, 0.5).getFirst();
        assertThat(tree.features()).containsExactly(0, Tree.LEAF, Tree.LEAF);
        assertThat(tree.numbers()[0]).isBetween(0.0, 3.0);
        assertThat(tree.value(new double[] {0})).isCloseTo(-1, within(1e-6)); // gradients are held in single precision
        assertThat(tree.value(new double[] {3})).isCloseTo(1, within(1e-6));
        assertThat(tree.covers()).containsExactly(16, 8, 8);
    }

    /// Fewer cases than two leaves need: one leaf, the log-odds of the prevalence 1/4.
    @Test
    void withoutASplitTheScoreIsThePrevalence() {
        Training training = TrainingTables.of(new int[] {0, 0, 0, 1}, new double[] {1, 2, 3, 4});
        List<Tree> trees = Lightgbm.fit(training, 50, 4, 0.1);
        double[] scores = new LightgbmModel(training.table().names(), trees).score(training.table());
        assertThat(scores).containsOnly(scores[0]);
        assertThat(scores[0]).isCloseTo(Math.log(1.0 / 3), within(1e-6));
    }

    @Test
    void splitsThatWereNotAskedForAreRefused() throws LGBMException, IOException {
        String model = Lightgbm.model(BoostingTables.training(0), 1, 2, 0.1);
        for (String decision : List.of("1", "4")) { // a category; zero is missing
            String other = model.replaceFirst("decision_type=\\d+", "decision_type=" + decision);
            assertThat(other).isNotEqualTo(model);
            assertThatThrownBy(() -> LightgbmText.trees(other)).hasMessageContaining("decision_type " + decision);
        }
    }

    @Test
    void twoFitsSideBySideAreTheSame() {
        Training training = BoostingTables.training(0);
        Tree alone = Lightgbm.fit(training, 20, 7, 0.1).getLast();
        Parallel.forEach(8, 2, _ ->
                assertThat(Lightgbm.fit(training, 20, 7, 0.1).getLast().numbers()).containsExactly(alone.numbers()));
    }
}
