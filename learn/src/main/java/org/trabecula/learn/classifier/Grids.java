package org.trabecula.learn.classifier;

import java.util.List;
import org.trabecula.learn.tree.Forest;

/// What is tried of every kind of classifier: lists of values, of which every combination is a candidate. Grids that exist are valid: each
/// has candidates, and all of them can be fitted.
public record Grids(
        SvmGrid svm,
        NeighbourGrid knn,
        CartGrid cart,
        ForestGrid randomForest,
        ForestGrid extraTrees,
        XgboostGrid xgboost,
        LightgbmGrid lightgbm) {
    /// From seed to seed a score of 300 trees has a standard deviation of at most √(¼ / 300) = 0.03.
    private static final ForestGrid FOREST = new ForestGrid(300, List.of(10, 5, 1));

    /// Simplest first: linear before radial, smaller cost, wider kernels; equal weights before weights by distance, more neighbours (a
    /// smoother score) before fewer; shallow before deep, large leaves before small ones, few rounds before many.
    public static final Grids USUAL = new Grids(
            new SvmGrid(
                    new SvmGrid.Linear(List.of(0.001, 0.01, 0.1, 1.0, 10.0)),
                    new SvmGrid.Radial(
                            List.of(0.1, 1.0, 10.0, 100.0), List.of(new Gamma(0.01, true), new Gamma(0.1, true), new Gamma(1, true))),
                    0.001),
            new NeighbourGrid(List.of(NeighbourSettings.Weights.values()), List.of(15, 11, 9, 7, 5, 3)),
            new CartGrid(List.of(1, 2, 3, 4, 6), List.of(10, 5)), FOREST, FOREST,
            new XgboostGrid(List.of(0.1), List.of(1, 2, 3), List.of(25, 50, 100)),
            new LightgbmGrid(List.of(0.1), List.of(2, 4, 7), List.of(25, 50, 100)));

    /// In the order of the lists: of equals [GridSearch] takes the first.
    ///
    /// @param features number of features p
    /// @param seed     of classifiers that draw; the others do not look at it
    public List<ClassifierSettings> candidates(Classifier classifier, int features, long seed) {
        return List.copyOf(switch (classifier) {
            case SVM -> svm.candidates(features);
            case KNN -> knn.candidates();
            case CART -> cart.candidates();
            case RANDOM_FOREST -> randomForest.candidates(Forest.RANDOM_FOREST, seed);
            case EXTRA_TREES -> extraTrees.candidates(Forest.EXTRA_TREES, seed);
            case XGBOOST -> xgboost.candidates();
            case LIGHTGBM -> lightgbm.candidates();
        });
    }

    static void require(List<? extends ClassifierSettings> candidates) {
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("a grid must have at least one candidate");
        }
    }
}
