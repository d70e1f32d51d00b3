/// Classifiers: each a [org.trabecula.learn.classifier.Classifier] with its candidates, searched by one
/// [org.trabecula.learn.classifier.GridSearch], fitted to a [org.trabecula.learn.classifier.FittedClassifier] that is data; the
/// [org.trabecula.learn.classifier.ScoreScale] of its decision values, and the [org.trabecula.learn.classifier.LogisticLine] from scores
/// to probabilities.
@NullMarked
package org.trabecula.learn.classifier;

import org.jspecify.annotations.NullMarked;
