@NullMarked
package org.trabecula.radiomics.texture;

import org.jspecify.annotations.NullMarked;
