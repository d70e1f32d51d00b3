@NullMarked
package org.trabecula.radiomics.filter;

import org.jspecify.annotations.NullMarked;
