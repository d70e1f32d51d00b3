/// The report as one HTML file that opens anywhere: no network, light and dark, phone to paper. Its one script adds buttons that save
/// drawings and copy tables; without it nothing is missing.
///
/// Start with [org.trabecula.report.html.HtmlReport].
@NullMarked
package org.trabecula.report.html;

import org.jspecify.annotations.NullMarked;
