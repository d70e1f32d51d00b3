/// Reading sessions of the work list: second outlines, two readers' labels with their consensus, a doctor without and with the model.
/// Blinded, each answer on disk before it is told, who read by role alone.
///
/// Start with [org.trabecula.web.reading.ReadingSessions].
@NullMarked
package org.trabecula.web.reading;

import org.jspecify.annotations.NullMarked;
