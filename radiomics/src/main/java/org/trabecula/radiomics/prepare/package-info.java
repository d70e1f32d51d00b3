/// From image and mask to the values that features are made of, step by step as PyRadiomics goes.
///
/// Start with [org.trabecula.radiomics.prepare.Preparing], which calls the steps in their order:
/// [org.trabecula.radiomics.prepare.MaskCheck], [org.trabecula.radiomics.prepare.ImageNormalisation],
/// [org.trabecula.radiomics.prepare.CommonGrid], [org.trabecula.radiomics.prepare.MaskResegmentation]. What comes out is a
/// [org.trabecula.radiomics.prepare.Prepared]; [org.trabecula.radiomics.prepare.GreyLevels] discretises its values.
@NullMarked
package org.trabecula.radiomics.prepare;

import org.jspecify.annotations.NullMarked;
