/// Exact Euclidean distances on grids, in millimetres.
@NullMarked
package org.trabecula.outline.distance;

import org.jspecify.annotations.NullMarked;
