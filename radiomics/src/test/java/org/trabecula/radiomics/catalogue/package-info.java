@NullMarked
package org.trabecula.radiomics.catalogue;

import org.jspecify.annotations.NullMarked;
