/// A PACS over DICOMweb (PS3.18): search for CT series, retrieve one, store an object.
///
/// Start with [org.trabecula.dicom.web.Pacs]. What a PACS answers is not trusted: it is bounded, read strictly, and names no
/// file and no address that is followed. What is refused has a code in [org.trabecula.dicom.web.PacsProblem].
@NullMarked
package org.trabecula.dicom.web;

import org.jspecify.annotations.NullMarked;
