/// Plots as SVG text, from plain results: same input, same bytes.
///
/// One class a kind of figure, each with a static `svg(…)`; nothing is estimated here, only placed. Start with
/// [org.trabecula.figures.RocFigure], then [org.trabecula.figures.Plot], the frame that most of them draw into, and
/// [org.trabecula.figures.Svg], the text underneath. Only presentation attributes and simple shapes are used, so that
/// browsers and the PDF writer show the same; no scripts, no style sheets.
@NullMarked
package org.trabecula.figures;

import org.jspecify.annotations.NullMarked;
