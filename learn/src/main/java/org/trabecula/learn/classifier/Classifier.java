package org.trabecula.learn.classifier;

import com.fasterxml.jackson.annotation.JsonValue;

/// The kinds of classifier (P23). What is tried of each is in [Grids]; a candidate is fitted, what comes out is data.
public enum Classifier {
    /// Support vector machine, linear or radial.
    SVM("svm", "support vector machine"),
    /// k-nearest neighbours.
    KNN("knn", "k-nearest neighbours"),
    /// A single classification tree.
    CART("cart", "classification tree"),
    /// Random forest.
    RANDOM_FOREST("random-forest", "random forest"),
    /// Extremely randomised trees.
    EXTRA_TREES("extra-trees", "extremely randomised trees"),
    /// Gradient boosting by XGBoost.
    XGBOOST("xgboost", "XGBoost"),
    /// Gradient boosting by LightGBM.
    LIGHTGBM("lightgbm", "LightGBM");

    private final String label;
    private final String words;

    Classifier(String label, String words) {
        this.label = label;
        this.words = words;
    }

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
