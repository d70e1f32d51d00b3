/// Fewer columns on one scale: z-scores and principal components.
///
/// Both are fitted on training rows and then applied to any row: start at [org.trabecula.stats.reduction.ZScores] and
/// [org.trabecula.stats.reduction.PrincipalComponents].
@NullMarked
package org.trabecula.stats.reduction;

import org.jspecify.annotations.NullMarked;
