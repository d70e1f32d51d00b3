/// Classical tests, as R computes them: two samples, several groups, tables of counts, normality, many p values.
///
/// Start at [org.trabecula.stats.tests.TwoSamples] for a feature in cases and controls, at
/// [org.trabecula.stats.tests.ContingencyTable] for counts, and at [org.trabecula.stats.tests.AdjustedP] for many p values.
@NullMarked
package org.trabecula.stats.tests;

import org.jspecify.annotations.NullMarked;
