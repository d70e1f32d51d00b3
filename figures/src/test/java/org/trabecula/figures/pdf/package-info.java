/// Tests of the PDF writer.
@NullMarked
package org.trabecula.figures.pdf;

import org.jspecify.annotations.NullMarked;
