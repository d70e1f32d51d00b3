/// The convolutional filters of IBSI 2: mean, Laplacian of Gaussian, Laws, Gabor, separable and non-separable wavelets,
/// Riesz transforms.
///
/// Start at [org.trabecula.radiomics.ibsi.filter.Filter]; each filter is a record of its settings that can compute its
/// response map. [org.trabecula.radiomics.ibsi.filter.Boundary] says what lies beyond the image's edge.
@NullMarked
package org.trabecula.radiomics.ibsi.filter;

import org.jspecify.annotations.NullMarked;
