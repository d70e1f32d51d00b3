/// The report as one HTML file that opens anywhere: no scripts, no network, light and dark, phone to paper.
///
/// Start with [org.trabecula.report.html.HtmlReport].
@NullMarked
package org.trabecula.report.html;

import org.jspecify.annotations.NullMarked;
