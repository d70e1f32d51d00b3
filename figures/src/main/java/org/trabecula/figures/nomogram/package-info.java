/// A nomogram on paper and as a page that calculates: [org.trabecula.figures.nomogram.NomogramFigure] draws the SVG,
/// [org.trabecula.figures.nomogram.NomogramCalculator] writes one HTML file that works without a network.
///
/// Both place what [org.trabecula.figures.nomogram.NomogramSheet] describes where
/// [org.trabecula.figures.nomogram.NomogramLayout] says; start with the sheet.
@NullMarked
package org.trabecula.figures.nomogram;

import org.jspecify.annotations.NullMarked;
