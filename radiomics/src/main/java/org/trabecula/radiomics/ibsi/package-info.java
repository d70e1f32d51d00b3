/// The profile `ibsi`: image processing and features as the Image Biomarker Standardisation Initiative defines them.
///
/// Start at [org.trabecula.radiomics.ibsi.IbsiProfile]: an image, a mask and settings in, values with their IBSI codes
/// out. Image processing is in this package; families that PyRadiomics lacks are in `morphology` and `intensity`; texture
/// matrices are shared with the other profile; `filter` holds the filters of IBSI 2.
///
/// An engine of its own, beside PyRadiomics' profile: `docs/two-engines.md` says why.
@NullMarked
package org.trabecula.radiomics.ibsi;

import org.jspecify.annotations.NullMarked;
