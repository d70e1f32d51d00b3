/// Nomograms: a model's terms as axes of points, total points as a probability, scaled as rms draws them.
///
/// Start with [org.trabecula.stats.nomogram.Nomogram]; [org.trabecula.stats.nomogram.NomogramModel] holds the fitted model
/// behind it and predicts new cases with limits.
@NullMarked
package org.trabecula.stats.nomogram;

import org.jspecify.annotations.NullMarked;
