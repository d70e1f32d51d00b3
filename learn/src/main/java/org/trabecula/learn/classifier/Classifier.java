package org.trabecula.learn.classifier;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/// The kinds of classifier: each has a name and candidates; a candidate is fitted, what comes out is data.
public enum Classifier {
    /// Support vector machine, linear or radial.
    SVM("svm", "support vector machine") {
        @Override
        public List<? extends ClassifierSettings> grid(int features) {
            return Svm.grid(features);
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
    public abstract List<? extends ClassifierSettings> grid(int features);

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
