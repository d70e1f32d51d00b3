/// The figures as PDF for print: the same shapes as in the SVG, as vectors, with the letters embedded.
///
/// Start at [org.trabecula.figures.pdf.FigurePdf].
@NullMarked
package org.trabecula.figures.pdf;

import org.jspecify.annotations.NullMarked;
