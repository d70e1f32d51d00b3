/// NRRD: attached (`.nrrd`) and detached (`.nhdr` with data files beside it); raw, gzip, bzip2, hex and text; and the
/// segments of 3D Slicer's `.seg.nrrd`.
///
/// Start with [org.trabecula.image.nrrd.NrrdFile]; [org.trabecula.image.nrrd.NrrdHeader] reads the text,
/// [org.trabecula.image.nrrd.NrrdAxes] and [org.trabecula.image.nrrd.NrrdGeometry] say what it means,
/// [org.trabecula.image.nrrd.NrrdData] finds the bytes. The format: teem.sourceforge.net/nrrd/format.html.
@NullMarked
package org.trabecula.image.nrrd;

import org.jspecify.annotations.NullMarked;
