/// Is acting on the prediction better than treating all or none?
///
/// Start at [org.trabecula.stats.decision.DecisionCurve]; [org.trabecula.stats.decision.Reclassification] has NRI and IDI
/// with the warning they need.
@NullMarked
package org.trabecula.stats.decision;

import org.jspecify.annotations.NullMarked;
