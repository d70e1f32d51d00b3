/// Why a network said so (P33): heat maps on the crop.
///
/// Start with [org.trabecula.deep.gradcam.GradCam]. A map shows where a network looked, not whether it was right to.
@NullMarked
package org.trabecula.deep.gradcam;

import org.jspecify.annotations.NullMarked;
