package org.trabecula.learn.classifier;

import org.trabecula.learn.Training;

/// How one candidate of a [Classifier] is trained.
public sealed interface ClassifierSettings
        permits SvmSettings, NeighbourSettings, CartSettings, ForestSettings, XgboostSettings, LightgbmSettings {
    /// Fits to all features of the training table, which should be z-scored.
    FittedClassifier fit(Training training);

    /// For the methods section: `linear kernel, C = 0.1`.
    String words();
}
