/// Statistics of the values in a region: [org.trabecula.radiomics.firstorder.FirstOrder].
@NullMarked
package org.trabecula.radiomics.firstorder;

import org.jspecify.annotations.NullMarked;
