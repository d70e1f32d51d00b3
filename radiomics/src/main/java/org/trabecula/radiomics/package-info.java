/// Radiomics features of one region of one volume.
///
/// Start with [org.trabecula.radiomics.Radiomics]. `settings` says what is wanted (`parameters` reads it from files), `prepare` brings image and mask to the
/// grid that is measured, `filter` derives images, `firstorder`, `shape` and `texture` compute the families, `catalogue`
/// names every feature. Profile and numbers are PyRadiomics'; `ibsi` holds the standard's profile.
@NullMarked
package org.trabecula.radiomics;

import org.jspecify.annotations.NullMarked;
