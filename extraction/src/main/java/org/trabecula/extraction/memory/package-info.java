/// How many cases may run side by side ([org.trabecula.extraction.memory.MemoryPlan]).
@NullMarked
package org.trabecula.extraction.memory;

import org.jspecify.annotations.NullMarked;
