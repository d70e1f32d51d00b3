package org.trabecula.learn.classifier;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.trabecula.table.FeatureTable;

/// A fitted classifier, as data: it scores any table with its features and writes itself as JSON. No native library is
/// asked for a score.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "model")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SvmModel.class, name = "svm"),
    @JsonSubTypes.Type(value = NeighbourModel.class, name = "neighbours"),
    @JsonSubTypes.Type(value = TreesModel.class, name = "trees"),
    @JsonSubTypes.Type(value = XgboostModel.class, name = "xgboost"),
    @JsonSubTypes.Type(value = LightgbmModel.class, name = "lightgbm")
})
public sealed interface FittedClassifier permits SvmModel, NeighbourModel, TreesModel, XgboostModel, LightgbmModel {
    /// The features it needs.
    List<String> names();

    /// One score per row; larger is more likely positive. The scale is the classifier's own.
    double[] score(FeatureTable table);

    /// Rows of training cases, with a value for each of its features, that it holds and cannot do without: support vectors,
    /// neighbours. Trees hold none.
    default int rowsHeld() {
        return 0;
    }
}
