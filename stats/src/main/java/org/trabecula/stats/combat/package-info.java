/// Harmonisation of features across centres.
///
/// Start at [org.trabecula.stats.combat.Combat]: fitted on training cases, applied to cases of a centre it has seen.
@NullMarked
package org.trabecula.stats.combat;

import org.jspecify.annotations.NullMarked;
