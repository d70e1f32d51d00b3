package org.trabecula.learn.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.trabecula.learn.tree.Forest;
import org.trabecula.testkit.Conformance;

/// Nearest neighbours, trees and forests of scikit-learn 1.2.1, XGBoost 1.7.4 and LightGBM 3.3.5 on the selected features of real
/// radiomics tables ([ReferenceSplits]), each with the settings of the reference.
class ClassifiersConformanceTest {
    private static final Offset<Double> ROUNDING = within(1e-12);
    /// Forests differ by their random numbers: the mean of three within three standard deviations of the reference's five seeds, but
    /// at least this (the reference's own allowance; standard deviations are 0.002 to 0.014).
    private static final double FOREST = 0.02;
    private static final int SEEDS = 3;
    /// XGBoost adds in single precision, versions round differently; a margin is near 1.
    private static final Offset<Double> MARGIN = within(1e-3);
    private static final Offset<Double> XGBOOST_AUC = within(0.01);
    /// LightGBM 3 and 4 lay the borders of their bins differently; test parts are small.
    private static final Offset<Double> LIGHTGBM_AUC = within(0.03);

    @TestFactory
    List<DynamicTest> neighbours() throws IOException {
        return ReferenceSplits.tests(ReferenceSplits.ALL, split -> {
            double[] scores = new NeighbourSettings(5, NeighbourSettings.Weights.UNIFORM).fit(split.training()).score(split.test());
            compared("knn", split, split.auc(scores), testAuc(split, "knn"), ROUNDING);
            split.scores("knn").ifPresent(expected -> assertThat(scores).containsExactly(expected, ROUNDING));
        });
    }

    @TestFactory
    List<DynamicTest> trees() throws IOException {
        return ReferenceSplits.tests(ReferenceSplits.ALL, split -> {
            double[] scores = new CartSettings(3, 5).fit(split.training()).score(split.test());
            compared("tree", split, split.auc(scores), mean(split, "tree"), tolerance(split, "tree", 0));
        });
    }

    @TestFactory
    List<DynamicTest> randomForests() throws IOException {
        return ReferenceSplits.tests(ReferenceSplits.SCORED, split -> forest(Forest.RANDOM_FOREST, "random_forest", split));
    }

    @TestFactory
    List<DynamicTest> extraTrees() throws IOException {
        return ReferenceSplits.tests(ReferenceSplits.SCORED, split -> forest(Forest.EXTRA_TREES, "extra_trees", split));
    }

    @TestFactory
    List<DynamicTest> xgboost() throws IOException {
        return ReferenceSplits.tests(ReferenceSplits.ALL, split -> {
            double[] scores = new XgboostSettings(100, 3, 0.1).fit(split.training()).score(split.test());
            compared("xgboost", split, split.auc(scores), testAuc(split, "xgboost"), XGBOOST_AUC);
            split.scores("xgb").ifPresent(expected -> assertThat(scores).containsExactly(expected, MARGIN));
        });
    }

    @TestFactory
    List<DynamicTest> lightgbm() throws IOException {
        return ReferenceSplits.tests(ReferenceSplits.ALL, split -> {
            double[] scores = new LightgbmSettings(100, 7, 0.1).fit(split.training()).score(split.test());
            compared("lightgbm", split, split.auc(scores), testAuc(split, "lightgbm"), LIGHTGBM_AUC);
        });
    }

    private static double testAuc(ReferenceSplits.One split, String model) {
        return split.expected().get(model).get("test").get("auc").doubleValue();
    }

    private static void forest(Forest kind, String model, ReferenceSplits.One split) {
        double sum = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            sum += split.auc(new ForestSettings(kind, 500, 1, seed).fit(split.training()).score(split.test()));
        }
        compared(model, split, sum / SEEDS, mean(split, model), tolerance(split, model, FOREST));
    }

    private static double mean(ReferenceSplits.One split, String model) {
        return split.expected().get(model).get("test").get("mean").doubleValue();
    }

    private static Offset<Double> tolerance(ReferenceSplits.One split, String model, double least) {
        double sd = split.expected().get(model).get("test").get("sd").doubleValue();
        return within(Math.max(least, 3 * sd) + 1e-12);
    }

    private static void compared(String model, ReferenceSplits.One split, double auc, double expected, Offset<Double> offset) {
        assertThat(auc).as(split.name()).isCloseTo(expected, offset);
        Conformance.compared("learn/" + model, 1);
    }
}
