/// Arithmetic that several families share: [org.trabecula.radiomics.numeric.PairwiseSum], in the order in which NumPy adds, where
/// the last bit decides, and [org.trabecula.radiomics.numeric.SymmetricEigenvalues], the variances along principal axes.
@NullMarked
package org.trabecula.radiomics.numeric;

import org.jspecify.annotations.NullMarked;
