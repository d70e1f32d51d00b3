/// The report: one HTML file that opens anywhere, without network.
///
/// Start with [org.trabecula.study.report.ReportPage].
@NullMarked
package org.trabecula.study.report;

import org.jspecify.annotations.NullMarked;
