/// Gradient boosting by the libraries of its authors, which are asked for a fit and for nothing else: what they give back is read
/// into [org.trabecula.learn.tree.Tree]s. [org.trabecula.learn.boosting.Xgboost], [org.trabecula.learn.boosting.Lightgbm].
@NullMarked
package org.trabecula.learn.boosting;

import org.jspecify.annotations.NullMarked;
