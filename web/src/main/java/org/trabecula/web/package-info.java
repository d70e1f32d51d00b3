/// The reading room: one process on this computer that shows scans in a browser, takes outlines and predicts. It knows no algorithm;
/// what a verb can do, a page can ask for, and both get it from the rooms below.
///
/// Start with [org.trabecula.web.ReadingRoom]. What comes over the network passes `server`, is one route of the list in `api`, and works
/// on what `room` holds, or tells of a finished study (`run`); long work waits in `job`; `pacs` is what lies beside the room. The page itself
/// lies in the resources, plain files without a build step.
@NullMarked
package org.trabecula.web;

import org.jspecify.annotations.NullMarked;
