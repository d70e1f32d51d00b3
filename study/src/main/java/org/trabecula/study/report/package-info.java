/// The study's report: sections that place what the study found, as values of [org.trabecula.report.Report].
///
/// Start with [org.trabecula.study.report.StudyReport]. Sections word and arrange; they compute nothing.
@NullMarked
package org.trabecula.study.report;

import org.jspecify.annotations.NullMarked;
