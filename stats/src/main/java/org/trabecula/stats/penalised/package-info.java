/// Penalised regression: the elastic net of gaussian, binomial and Cox models on glmnet's objective, its path, its
/// cross-validation, and scikit-learn's LassoCV.
///
/// Start with [org.trabecula.stats.penalised.ElasticNet], which states the objective; [org.trabecula.stats.penalised.PathSolver]
/// holds the algorithm, [org.trabecula.stats.penalised.KktCheck] the proof that a solution is the optimum.
@NullMarked
package org.trabecula.stats.penalised;

import org.jspecify.annotations.NullMarked;
