/// Learning without leaks. A [org.trabecula.learn.Split] is the only source of [org.trabecula.learn.Training]; whatever is
/// fitted is fitted on a `Training` and becomes data (a record) that is applied to any table.
///
/// - `step`: filters and transforms of feature tables
/// - `signature`: linear scores by the LASSO
/// - `classifier`: classifiers, their grid search, and the line from a score to a probability
/// - `evidence`: whether what was fitted may be used
/// - `tree`: decision trees as data, and how CART and forests grow them
/// - `boosting`: XGBoost and LightGBM, asked for a fit
/// - `importance`: what a fitted classifier rests on
/// - `model`: what a model is called
/// - `exploration`: what a whole table shows, without a study
///
/// Start with [org.trabecula.learn.Split].
@NullMarked
package org.trabecula.learn;

import org.jspecify.annotations.NullMarked;
