/// Check-lists of radiomics and prediction models, filled with what a run knows.
///
/// Start with [org.trabecula.study.report.checklist.CheckLists]; the items lie in `*.tsv` beside
/// [org.trabecula.study.report.checklist.Instrument].
@NullMarked
package org.trabecula.study.report.checklist;

import org.jspecify.annotations.NullMarked;
