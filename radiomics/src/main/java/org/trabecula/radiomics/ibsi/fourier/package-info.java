/// A discrete Fourier transform of lines of any length, and of lattices, for convolutions that reach far.
@NullMarked
package org.trabecula.radiomics.ibsi.fourier;

import org.jspecify.annotations.NullMarked;
