/// How well models do: scores by part ([org.trabecula.evaluation.Scores]), and every number about them
/// ([org.trabecula.evaluation.Evaluation]), computed once by [org.trabecula.evaluation.Evaluator] for a table of scores and
/// for a study.
@NullMarked
package org.trabecula.evaluation;

import org.jspecify.annotations.NullMarked;
