@NullMarked
package org.trabecula.radiomics.firstorder;

import org.jspecify.annotations.NullMarked;
