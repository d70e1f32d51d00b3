package org.trabecula.cohort;

import java.util.OptionalInt;

/// Folds that a table gives a case of the training part, for cross-validations that would else be drawn.
///
/// @param lasso of the LASSO's λ (protocol, step 8)
/// @param grid  of the grid search (protocol, step 14)
public record CaseFolds(OptionalInt lasso, OptionalInt grid) {
    public static final CaseFolds NONE = new CaseFolds(OptionalInt.empty(), OptionalInt.empty());
}
