/// Classifiers: each a [org.trabecula.learn.classifier.Classifier] with its candidates, searched by one
/// [org.trabecula.learn.classifier.GridSearch], fitted to a [org.trabecula.learn.classifier.FittedClassifier] that is data; and the
/// [org.trabecula.learn.classifier.LogisticLine] from its decision values to log-odds.
@NullMarked
package org.trabecula.learn.classifier;

import org.jspecify.annotations.NullMarked;
