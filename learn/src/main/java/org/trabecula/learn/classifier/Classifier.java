package org.trabecula.learn.classifier;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.trabecula.learn.tree.Forest;

/// The kinds of classifier (P23): each has a name and candidates; a candidate is fitted, what comes out is data.
public enum Classifier {
    /// Support vector machine, linear or radial.
    SVM("svm", "support vector machine") {
        @Override
        public List<? extends ClassifierSettings> grid(int features, long seed) {
            return Svm.grid(features);
        }
    },
    /// k-nearest neighbours.
    KNN("knn", "k-nearest neighbours") {
        @Override
        public List<? extends ClassifierSettings> grid(int features, long seed) {
            return NeighbourSettings.grid();
        }
    },
    /// A single classification tree.
    CART("cart", "classification tree") {
        @Override
        public List<? extends ClassifierSettings> grid(int features, long seed) {
            return CartSettings.grid();
        }
    },
    /// Random forest.
    RANDOM_FOREST("random-forest", "random forest") {
        @Override
        public List<? extends ClassifierSettings> grid(int features, long seed) {
            return ForestSettings.grid(Forest.RANDOM_FOREST, seed);
        }
    },
    /// Extremely randomised trees.
    EXTRA_TREES("extra-trees", "extremely randomised trees") {
        @Override
        public List<? extends ClassifierSettings> grid(int features, long seed) {
            return ForestSettings.grid(Forest.EXTRA_TREES, seed);
        }
    },
    /// Gradient boosting by XGBoost.
    XGBOOST("xgboost", "XGBoost") {
        @Override
        public List<? extends ClassifierSettings> grid(int features, long seed) {
            return XgboostSettings.grid();
        }
    },
    /// Gradient boosting by LightGBM.
    LIGHTGBM("lightgbm", "LightGBM") {
        @Override
        public List<? extends ClassifierSettings> grid(int features, long seed) {
            return LightgbmSettings.grid();
        }
    };

    private final String label;
    private final String words;

    Classifier(String label, String words) {
        this.label = label;
        this.words = words;
    }

    /// The candidates of a grid search, simplest first: of equals [GridSearch] takes the first.
    ///
    /// @param features number of features p
    /// @param seed     of classifiers that draw; the others do not look at it
    public abstract List<? extends ClassifierSettings> grid(int features, long seed);

    /// Whether what it becomes holds rows of training cases ([FittedClassifier#rowsHeld]): support vectors, neighbours.
    public boolean holdsRows() {
        return this == SVM || this == KNN;
    }

    /// As in settings and files.
    @JsonValue
    public String label() {
        return label;
    }

    /// As in text.
    public String words() {
        return words;
    }

    @Override
    public String toString() {
        return label;
    }
}
