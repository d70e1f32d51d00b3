@NullMarked
package org.trabecula.outline.heights;

import org.jspecify.annotations.NullMarked;
