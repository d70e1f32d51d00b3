/// The PACS beside the room: its CT series as a list without patients, a series as an open scan, an outline sent to it.
///
/// Start with [org.trabecula.web.pacs.PacsDesk].
@NullMarked
package org.trabecula.web.pacs;

import org.jspecify.annotations.NullMarked;
