@NullMarked
package org.trabecula.radiomics.ibsi.intensity;

import org.jspecify.annotations.NullMarked;
