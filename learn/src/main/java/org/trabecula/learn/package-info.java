/// Fit and apply.
@NullMarked
package org.trabecula.learn;

import org.jspecify.annotations.NullMarked;
