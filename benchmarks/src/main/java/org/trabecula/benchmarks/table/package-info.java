/// Time and memory of reading tables. Start with [org.trabecula.benchmarks.table.WideTable].
@NullMarked
package org.trabecula.benchmarks.table;

import org.jspecify.annotations.NullMarked;
