@NullMarked
package org.trabecula.outline.distance;

import org.jspecify.annotations.NullMarked;
