/// Plots as SVG from plain results.
@NullMarked
package org.trabecula.figures;

import org.jspecify.annotations.NullMarked;
