/// Measurements.
@NullMarked
package org.trabecula.benchmarks;

import org.jspecify.annotations.NullMarked;
