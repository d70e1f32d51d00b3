/// The report as a PDF on A4: letters embedded, figures as vectors, page numbers, bookmarks; the same report gives the same
/// bytes.
///
/// Start with [org.trabecula.report.pdf.PdfReport]. Blocks become [org.trabecula.report.pdf.Piece]s of known height,
/// [org.trabecula.report.pdf.Pages] puts them on pages, then each paints itself.
@NullMarked
package org.trabecula.report.pdf;

import org.jspecify.annotations.NullMarked;
