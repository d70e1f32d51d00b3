@NullMarked
package org.trabecula.outline.seeded;

import org.jspecify.annotations.NullMarked;
