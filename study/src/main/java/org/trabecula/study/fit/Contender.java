package org.trabecula.study.fit;

import org.trabecula.learn.classifier.FittedClassifier;
import org.trabecula.learn.classifier.GridSearch;
import org.trabecula.learn.model.ModelId;
import org.trabecula.stats.roc.Cutoff;

/// One of the classifiers among which step 14 chose, fitted to all training cases as the chosen one is.
///
/// @param id     signature and classifier
/// @param search its grid search; the mean AUC over the folds is what the choice was made by
/// @param taken  whether it is the signature's classifier
/// @param model  on the signature's features
/// @param cutoff Youden's, on the model's own scale: from the scores that folds of the grid search gave the training cases they
///               held out. The signature's features had been selected with these cases, so nothing else is read from them
public record Contender(ModelId id, GridSearch search, boolean taken, FittedClassifier model, Cutoff cutoff) {}
