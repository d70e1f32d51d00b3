/// Who stands on which side: groups of cases by their classes, and the folds they are dealt to.
///
/// Start with [org.trabecula.stats.resampling.FoldAssignment].
@NullMarked
package org.trabecula.stats.resampling;

import org.jspecify.annotations.NullMarked;
