package org.trabecula.learn.classifier;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.trabecula.table.FeatureTable;

/// A fitted classifier, as data: it scores any table with its features and writes itself as JSON.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "model")
@JsonSubTypes(@JsonSubTypes.Type(value = SvmModel.class, name = "svm"))
public sealed interface FittedClassifier permits SvmModel {
    /// The features it needs.
    List<String> names();

    /// One score per row; larger is more likely positive. The scale is the classifier's own.
    double[] score(FeatureTable table);
}
