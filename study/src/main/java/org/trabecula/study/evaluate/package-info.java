/// How well the models do: scores by part ([org.trabecula.study.evaluate.Scores]), and everything computed from them
/// ([org.trabecula.study.evaluate.Evaluation]).
@NullMarked
package org.trabecula.study.evaluate;

import org.jspecify.annotations.NullMarked;
