package org.trabecula.learn.classifier;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/// Settings of any classifier in JSON: their kind stands beside them. It is not on [ClassifierSettings], where fitted models
/// that hold settings of one kind would write it too.
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "classifier")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SvmSettings.class, name = "svm"),
    @JsonSubTypes.Type(value = NeighbourSettings.class, name = "knn"),
    @JsonSubTypes.Type(value = CartSettings.class, name = "cart"),
    @JsonSubTypes.Type(value = ForestSettings.class, name = "forest"),
    @JsonSubTypes.Type(value = XgboostSettings.class, name = "xgboost"),
    @JsonSubTypes.Type(value = LightgbmSettings.class, name = "lightgbm")
})
@interface SettingsByName {}
