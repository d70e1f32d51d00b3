/// Tests of shared arithmetic.
@NullMarked
package org.trabecula.radiomics.numeric;

import org.jspecify.annotations.NullMarked;
