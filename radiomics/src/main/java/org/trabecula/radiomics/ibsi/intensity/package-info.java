/// Features of a list of intensities, of their histogram and of their surroundings, as IBSI 1 defines them.
///
/// Kernels only: arrays in, numbers out. Their IBSI codes are given in the package above.
@NullMarked
package org.trabecula.radiomics.ibsi.intensity;

import org.jspecify.annotations.NullMarked;
