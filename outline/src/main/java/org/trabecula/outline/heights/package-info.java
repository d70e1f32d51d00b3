/// Heights of a vertebral body, measured in its outline, and the grade of its deformity.
///
/// Start with [org.trabecula.outline.heights.BodyHeights].
@NullMarked
package org.trabecula.outline.heights;

import org.jspecify.annotations.NullMarked;
