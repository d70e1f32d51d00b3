/// Synthetic spines: a cohort of CT volumes with outlined vertebral fractures, acute and chronic, that looks like a
/// schematic spine and holds a chosen amount of signal.
///
/// Start with [org.trabecula.phantom.PhantomCohort]: it draws the patients ([org.trabecula.phantom.PhantomPatient]); a
/// patient renders itself. What tells the two stages apart is in [org.trabecula.phantom.Fracture], and nowhere else;
/// the shape of a vertebra in [org.trabecula.phantom.BodyShape], what is painted in
/// [org.trabecula.phantom.ColumnPainter]. Nothing here is a patient, and no number here is a finding.
@NullMarked
package org.trabecula.phantom;

import org.jspecify.annotations.NullMarked;
