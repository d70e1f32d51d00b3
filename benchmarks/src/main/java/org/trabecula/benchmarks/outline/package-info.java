/// How well the helpers of outlining do, and how long they take: [org.trabecula.benchmarks.outline.OutlineHelpers].
@NullMarked
package org.trabecula.benchmarks.outline;

import org.jspecify.annotations.NullMarked;
