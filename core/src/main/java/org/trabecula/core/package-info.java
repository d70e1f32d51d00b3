/// What every module may use: problems told to people ([org.trabecula.core.Problem]), named random streams
/// ([org.trabecula.core.RandomStreams]), loops whose result does not depend on the number of threads
/// ([org.trabecula.core.Parallel]), progress ([org.trabecula.core.Progress]), files that are either complete or absent
/// ([org.trabecula.core.AtomicFile]), and finished work that is kept under what it was computed from
/// ([org.trabecula.core.StageStore]).
///
/// Start with [org.trabecula.core.Problem].
@NullMarked
package org.trabecula.core;

import org.jspecify.annotations.NullMarked;
