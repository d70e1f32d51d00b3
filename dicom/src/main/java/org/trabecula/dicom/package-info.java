/// CT as hospitals have it: DICOM files, read strictly and without guessing.
///
/// From the bytes up: [org.trabecula.dicom.dataset] reads data sets, [org.trabecula.dicom.pixel] the frames of their pixel
/// data, the series package puts slices together to one volume, and the segmentation package makes masks of segmentations and
/// contours; [org.trabecula.dicom.formats] is the door. What is refused has a code in [org.trabecula.dicom.DicomProblem].
/// Beside them [org.trabecula.dicom.web] asks a PACS.
@NullMarked
package org.trabecula.dicom;

import org.jspecify.annotations.NullMarked;
