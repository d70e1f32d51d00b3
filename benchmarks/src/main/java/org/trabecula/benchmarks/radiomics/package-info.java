/// Measurements of the radiomics engine.
@NullMarked
package org.trabecula.benchmarks.radiomics;

import org.jspecify.annotations.NullMarked;
