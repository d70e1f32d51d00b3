/// Do predicted probabilities mean what they say?
///
/// Start at [org.trabecula.stats.calibration.Calibration], every figure of one set of probabilities in one record; each is
/// made by a kernel of its own, such as [org.trabecula.stats.calibration.LogisticRecalibration] or
/// [org.trabecula.stats.calibration.Lowess]. Names follow R's rms.
@NullMarked
package org.trabecula.stats.calibration;

import org.jspecify.annotations.NullMarked;
