/// Times of the statistics on one thread. Start with [org.trabecula.benchmarks.stats.PenalisedTimes].
@NullMarked
package org.trabecula.benchmarks.stats;

import org.jspecify.annotations.NullMarked;
