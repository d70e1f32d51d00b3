/// Arithmetic in the order in which NumPy does it, where the last bit decides:
/// [org.trabecula.radiomics.numeric.PairwiseSum].
@NullMarked
package org.trabecula.radiomics.numeric;

import org.jspecify.annotations.NullMarked;
