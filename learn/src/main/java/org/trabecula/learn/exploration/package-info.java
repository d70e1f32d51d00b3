/// What a table shows without a study: redundancy, tests one by one, components, harmonisation, penalised regression, a
/// nomogram. Everything is fitted to the rows that are given, and nothing is held out but by cross-validation: how well it would
/// do for new patients is a study's to say ([org.trabecula.learn.Training]).
///
/// Start with [org.trabecula.learn.exploration.PenalisedRegression] or [org.trabecula.learn.exploration.NomogramFit].
@NullMarked
package org.trabecula.learn.exploration;

import org.jspecify.annotations.NullMarked;
