@NullMarked
package org.trabecula.radiomics.prepare;

import org.jspecify.annotations.NullMarked;
