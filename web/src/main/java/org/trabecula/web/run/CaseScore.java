package org.trabecula.web.run;

import java.util.Optional;
import java.util.OptionalDouble;

/// What one model says of one case.
///
/// @param kind      `crossfit`: by a model that never saw the patient; `test`: by the final model, which did not either; `in-sample`: by the
///                  model that was fitted to this very case, so that it judges nothing and is not called
/// @param called    the class at the cut-off; empty for an in-sample score, and between the cut-offs of different folds
/// @param right     whether that is what the case is
/// @param distance  from the cut-off, towards which side ever; empty where there is no cut-off
/// @param confident whether that is farther than at least three quarters of the model's scores of this kind
public record CaseScore(
        String model, String kind, double score, Optional<String> called, Optional<Boolean> right, OptionalDouble distance,
        boolean confident) {}
