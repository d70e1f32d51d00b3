/// Reproducibility: how much of what we measure is the case and how much is who outlined it.
///
/// Start at [org.trabecula.stats.icc.IntraclassCorrelation], all six forms from one table of readings;
/// [org.trabecula.stats.icc.ReproducibilityRule] decides which features stay when two comparisons must both hold.
@NullMarked
package org.trabecula.stats.icc;

import org.jspecify.annotations.NullMarked;
