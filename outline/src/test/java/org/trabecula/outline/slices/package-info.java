@NullMarked
package org.trabecula.outline.slices;

import org.jspecify.annotations.NullMarked;
