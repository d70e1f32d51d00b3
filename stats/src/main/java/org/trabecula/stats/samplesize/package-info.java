/// How many cases a prediction model needs, before there is a study.
///
/// Start at [org.trabecula.stats.samplesize.DevelopmentSize] (to develop a model) and
/// [org.trabecula.stats.samplesize.ValidationSize] (to validate one that exists).
@NullMarked
package org.trabecula.stats.samplesize;

import org.jspecify.annotations.NullMarked;
