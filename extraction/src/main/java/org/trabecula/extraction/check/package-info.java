/// What can be found wrong with a cohort before hours of computing: cases one by one
/// ([org.trabecula.extraction.check.CaseCheck]) and held against each other
/// ([org.trabecula.extraction.check.RepeatedCases]).
@NullMarked
package org.trabecula.extraction.check;

import org.jspecify.annotations.NullMarked;
