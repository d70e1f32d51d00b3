/// From a case to its mask, feature row, crop and embedding.
@NullMarked
package org.trabecula.extraction;

import org.jspecify.annotations.NullMarked;
