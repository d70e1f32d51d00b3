/// Comparisons with the IBSI's filter response maps.
@NullMarked
package org.trabecula.radiomics.ibsi.filter;

import org.jspecify.annotations.NullMarked;
