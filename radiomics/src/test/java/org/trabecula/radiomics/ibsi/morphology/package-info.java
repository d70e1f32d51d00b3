@NullMarked
package org.trabecula.radiomics.ibsi.morphology;

import org.jspecify.annotations.NullMarked;
