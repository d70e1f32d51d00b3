/// How columns go together: correlation matrices, tests, and the removal of redundant columns.
///
/// Start at [org.trabecula.stats.correlation.Correlation] for the matrices and at
/// [org.trabecula.stats.correlation.Redundancy] for the greedy rules that keep one of each correlated pair;
/// [org.trabecula.stats.correlation.CorrelationTest] has R's `cor.test`.
@NullMarked
package org.trabecula.stats.correlation;

import org.jspecify.annotations.NullMarked;
