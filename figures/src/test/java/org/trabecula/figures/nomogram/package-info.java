/// Tests of the nomogram's picture and page.
@NullMarked
package org.trabecula.figures.nomogram;

import org.jspecify.annotations.NullMarked;
