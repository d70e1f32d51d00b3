/// Long work: a bounded queue, progress that can be watched, cancellation.
///
/// Start with [org.trabecula.web.job.JobQueue].
@NullMarked
package org.trabecula.web.job;

import org.jspecify.annotations.NullMarked;
