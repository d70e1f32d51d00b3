/// Tests of the names and numbers of vertebrae.
@NullMarked
package org.trabecula.image.label;

import org.jspecify.annotations.NullMarked;
