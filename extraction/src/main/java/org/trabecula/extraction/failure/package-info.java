/// Cases that could not be used, with their reasons, and the table that lists them ([org.trabecula.extraction.failure.FailureTable]).
/// One bad case never stops a cohort.
@NullMarked
package org.trabecula.extraction.failure;

import org.jspecify.annotations.NullMarked;
