@NullMarked
package org.trabecula.outline.stroke;

import org.jspecify.annotations.NullMarked;
