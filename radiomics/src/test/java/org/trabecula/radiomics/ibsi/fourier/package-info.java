@NullMarked
package org.trabecula.radiomics.ibsi.fourier;

import org.jspecify.annotations.NullMarked;
