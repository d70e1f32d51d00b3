/// Who is studied: a manifest ([org.trabecula.cohort.ManifestFile]) becomes a [org.trabecula.cohort.Cohort] of
/// [org.trabecula.cohort.VertebraCase]s, one fractured vertebra each, with every exclusion counted
/// ([org.trabecula.cohort.Flow]).
///
/// Start with [org.trabecula.cohort.ManifestFile].
@NullMarked
package org.trabecula.cohort;

import org.jspecify.annotations.NullMarked;
