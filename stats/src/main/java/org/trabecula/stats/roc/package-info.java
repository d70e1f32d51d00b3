/// Discrimination: how well a score tells cases from controls.
///
/// Start at [org.trabecula.stats.roc.RocCurve] for the curve and [org.trabecula.stats.roc.DeLong] for the area with its
/// interval and tests; [org.trabecula.stats.roc.ClusteredDeLong] and [org.trabecula.stats.roc.PatientBootstrap] when a
/// patient brings several rows. [org.trabecula.stats.roc.Cutoffs] chooses a threshold on one set, which
/// [org.trabecula.stats.roc.Confusion] applies to another. Names and conventions follow R's pROC; the direction is
/// always given, never guessed.
@NullMarked
package org.trabecula.stats.roc;

import org.jspecify.annotations.NullMarked;
