/// What is told of a series and filed beside it: structured reports (PS3.3 A.35.2) and pictures for people (secondary captures, A.8.1).
///
/// Start with [org.trabecula.dicom.report.ReportWriter].
@NullMarked
package org.trabecula.dicom.report;

import org.jspecify.annotations.NullMarked;
