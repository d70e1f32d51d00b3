/// A report as a value: sections of blocks, with figures and tables numbered once, for every renderer the same.
///
/// Start with [org.trabecula.report.Report], then [org.trabecula.report.Block]. Nothing is computed here and nothing is drawn:
/// whoever makes a report hands over words, cells and finished drawings. [org.trabecula.report.html.HtmlReport] and
/// [org.trabecula.report.pdf.PdfReport] write it.
@NullMarked
package org.trabecula.report;

import org.jspecify.annotations.NullMarked;
