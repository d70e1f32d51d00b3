/// Images derived from the prepared one: wavelet, Laplacian of Gaussian, square and its like, gradient, local binary
/// patterns. Start with [org.trabecula.radiomics.filter.ImageFilter].
@NullMarked
package org.trabecula.radiomics.filter;

import org.jspecify.annotations.NullMarked;
