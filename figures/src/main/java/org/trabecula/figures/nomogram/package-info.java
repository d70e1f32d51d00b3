/// Nomograms as people use them: printed, and as a page that calculates.
///
/// [org.trabecula.figures.nomogram.NomogramFigure] draws one; [org.trabecula.figures.nomogram.NomogramCalculator] makes the
/// offline page around the same drawing. [org.trabecula.figures.nomogram.NomogramLayout] says where things lie, for both.
@NullMarked
package org.trabecula.figures.nomogram;

import org.jspecify.annotations.NullMarked;
