/// Performance over the repetitions of a cross-validation: one evaluation a repetition, and what they come to.
/// Start at [org.trabecula.evaluation.repeated.RepeatedEvaluation].
@NullMarked
package org.trabecula.evaluation.repeated;

import org.jspecify.annotations.NullMarked;
