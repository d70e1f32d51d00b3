/// What can stand in the way of a study: [org.trabecula.study.problem.StudyProblem].
@NullMarked
package org.trabecula.study.problem;

import org.jspecify.annotations.NullMarked;
