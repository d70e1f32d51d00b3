package org.trabecula.learn.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.trabecula.learn.Training;
import org.trabecula.learn.TrainingTables;
import org.trabecula.learn.classifier.XgboostModel;
import org.trabecula.learn.importance.Contributions;
import org.trabecula.learn.tree.Tree;
import org.trabecula.table.FeatureTable;

class XgboostTest {
    /// Trained with and without missing values, asked with them: 640 margins, none of them off by a bit.
    @ParameterizedTest
    @CsvSource({"0, 100, 3", "0.2, 100, 3", "0.2, 30, 6", "0, 1, 1"})
    void ourMarginsAreXgboostsToTheBit(double missing, int rounds, int depth) throws XGBoostError, IOException {
        Training training = BoostingTables.training(missing);
        FeatureTable others = BoostingTables.others(training);
        byte[] model = Xgboost.model(training, rounds, depth, 0.1);
        List<Tree> trees = XgboostJson.trees(model);
        assertThat(trees).hasSize(rounds);
        double[] ours = new XgboostModel(training.table().names(), trees).score(others);
        float[][] theirs = margins(model, others);
        for (int row = 0; row < ours.length; row++) {
            assertThat(ours[row]).as("row " + row).isEqualTo(theirs[row][0]);
        }
        assertThat(ours.length).isEqualTo(640);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void twoHundredFitsLeaveNothingBehind() throws XGBoostError, IOException {
        Training training = BoostingTables.training(0);
        byte[] first = Xgboost.model(training, 2, 2, 0.1);
        long before = ProcessData.megabytes();
        for (int fit = 0; fit < 200; fit++) {
            assertThat(Xgboost.model(training, 2, 2, 0.1)).isEqualTo(first);
        }
        assertThat(ProcessData.megabytes() - before).isLessThan(400); // as much as Java's own heap and threads may come to
    }

    /// XGBoost computes them in single precision; contributions are up to 1 in size.
    @Test
    void contributionsAreXgboosts() throws XGBoostError, IOException {
        Training training = BoostingTables.training(0.2);
        FeatureTable others = BoostingTables.others(training);
        byte[] model = Xgboost.model(training, 50, 3, 0.1);
        Booster booster = XGBoost.loadModel(model);
        DMatrix matrix = Xgboost.matrix(others);
        float[][] theirs = booster.predictContrib(matrix, 0);
        matrix.dispose();
        booster.dispose();
        Contributions ours =
                Contributions.of(new XgboostModel(training.table().names(), XgboostJson.trees(model)), others).orElseThrow();
        for (int row = 0; row < others.rows(); row++) {
            for (int feature = 0; feature < BoostingTables.FEATURES; feature++) {
                assertThat(ours.byCase()[row][feature]).isCloseTo(theirs[row][feature], within(1e-6));
            }
            assertThat(ours.expected()).isCloseTo(theirs[row][BoostingTables.FEATURES], within(1e-6));
        }
    }

    private static float[][] margins(byte[] model, FeatureTable table) throws XGBoostError, IOException {
        Booster booster = XGBoost.loadModel(model);
        DMatrix matrix = Xgboost.matrix(table);
        try {
            return booster.predict(matrix, true);
        } finally {
            matrix.dispose();
            booster.dispose();
        }
    }

    /// Classes 0 0 0 0 1 1 1 1 along f0, margin 0: gradients ±½, Hessians ¼. One split halfway; a leaf is
    /// −η ΣG / (ΣH + λ) = 0.5 · 4 · ½ / (4 · ¼ + 1) = ½, and −½ on the other side.
    @Test
    void oneSplitByHand() {
        Training training = TrainingTables.of(new int[] {0, 0, 0, 0, 1, 1, 1, 1}, new double[] {0, 1, 2, 3, 5, 6, 7, 8});
        Tree tree = Xgboost.fit(training, 1, 1, 0.5).getFirst();
        assertThat(tree.features()).containsExactly(0, Tree.LEAF, Tree.LEAF);
        assertThat(tree.numbers()[0]).isCloseTo(4, within(1e-6));
        assertThat(tree.value(new double[] {3})).isEqualTo(-0.5);
        assertThat(tree.value(new double[] {5})).isEqualTo(0.5);
        assertThat(tree.value(new double[] {4})).as("x < limit goes left, not x ≤ limit").isEqualTo(0.5);
        assertThat(tree.covers()).containsExactly(2, 1, 1);
    }

    @Test
    void aModelWithAnotherStartIsRefused() throws XGBoostError {
        String json = new String(Xgboost.model(BoostingTables.training(0), 1, 1, 0.1), StandardCharsets.UTF_8);
        String other = json.replaceFirst("(\"base_score\":\"\\[?)[^\\]\"]*", "$17E-1");
        assertThat(other).isNotEqualTo(json);
        assertThatThrownBy(() -> XgboostJson.trees(other.getBytes(StandardCharsets.UTF_8))).hasMessageContaining("base_score");
    }

    @Test
    void twoFitsSideBySideAreTheSame() {
        Training training = BoostingTables.training(0);
        Tree alone = Xgboost.fit(training, 20, 3, 0.1).getLast();
        org.trabecula.core.Parallel.forEach(8, 2, _ ->
                assertThat(Xgboost.fit(training, 20, 3, 0.1).getLast().numbers()).containsExactly(alone.numbers()));
    }
}
