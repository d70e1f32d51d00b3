/// Synthetic vertebrae.
@NullMarked
package org.trabecula.phantom;

import org.jspecify.annotations.NullMarked;
