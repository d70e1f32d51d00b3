/// From the files of a case to its region on its image: which label is meant, whether a mask may be measured on an image
/// ([org.trabecula.extraction.region.MaskPlacement]), and both together ([org.trabecula.extraction.region.CaseImages]).
@NullMarked
package org.trabecula.extraction.region;

import org.jspecify.annotations.NullMarked;
