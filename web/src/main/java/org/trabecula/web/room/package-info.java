/// What the room holds: the work list, uploads, open scans with their masks, predictions; all of it in one work folder on disk.
///
/// Start with [org.trabecula.web.room.OpenScans].
@NullMarked
package org.trabecula.web.room;

import org.jspecify.annotations.NullMarked;
