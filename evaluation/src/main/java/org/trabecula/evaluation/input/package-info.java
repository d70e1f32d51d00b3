/// Scores as they stand in a table of any making: which column is the outcome, which rows can be used, who the patient is.
/// Start at [org.trabecula.evaluation.input.ScoreTable].
@NullMarked
package org.trabecula.evaluation.input;

import org.jspecify.annotations.NullMarked;
