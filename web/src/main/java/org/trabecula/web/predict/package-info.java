/// A model in the room: predictions of open scans, kept with them, and what changes when age or sex do.
///
/// Start with [org.trabecula.web.predict.Predictions].
@NullMarked
package org.trabecula.web.predict;

import org.jspecify.annotations.NullMarked;
