/// A case to look at: three planes of the CT with the region's outline, and the region's surface.
///
/// Start with [org.trabecula.extraction.picture.CaseMontages]. Everything is drawn by the loops of this package, with letters of the
/// house, so that the same case gives the same bytes on every machine.
@NullMarked
package org.trabecula.extraction.picture;

import org.jspecify.annotations.NullMarked;
