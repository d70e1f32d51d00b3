/// Regression models without penalty: logistic (maximum likelihood and Firth), Cox (Breslow and Efron), their terms
/// (linear, categorical, restricted cubic splines), robust standard errors, and validation by the bootstrap.
///
/// Start with [org.trabecula.stats.glm.LogisticRegression] and [org.trabecula.stats.glm.CoxRegression].
@NullMarked
package org.trabecula.stats.glm;

import org.jspecify.annotations.NullMarked;
