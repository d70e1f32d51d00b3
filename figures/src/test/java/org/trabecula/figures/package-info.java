/// Tests of the figures. [org.trabecula.figures.Examples] holds one example of each kind; the same files are the pictures
/// in `docs/images/figures`.
@NullMarked
package org.trabecula.figures;

import org.jspecify.annotations.NullMarked;
