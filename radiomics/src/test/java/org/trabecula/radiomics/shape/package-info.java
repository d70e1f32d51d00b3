@NullMarked
package org.trabecula.radiomics.shape;

import org.jspecify.annotations.NullMarked;
