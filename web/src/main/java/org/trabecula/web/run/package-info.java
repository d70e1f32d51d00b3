/// A finished study in the room: its cases with the scores that the run's tables hold, their crops and the report. Only files that the
/// run's folder itself lists are read; nothing is computed anew, and nothing is written.
///
/// Start with [org.trabecula.web.run.FinishedRun].
@NullMarked
package org.trabecula.web.run;

import org.jspecify.annotations.NullMarked;
