/// How long evaluation takes on one thread: areas, correlations, components.
///
/// Start at [org.trabecula.benchmarks.roc.EvaluationTimings], a plain main.
@NullMarked
package org.trabecula.benchmarks.roc;

import org.jspecify.annotations.NullMarked;
