@NullMarked
package org.trabecula.image.resample;

import org.jspecify.annotations.NullMarked;
