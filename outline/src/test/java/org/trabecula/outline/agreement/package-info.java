@NullMarked
package org.trabecula.outline.agreement;

import org.jspecify.annotations.NullMarked;
