/// Comparisons with the consensus values of the Image Biomarker Standardisation Initiative, and the readers for them.
@NullMarked
package org.trabecula.radiomics.ibsi;

import org.jspecify.annotations.NullMarked;
