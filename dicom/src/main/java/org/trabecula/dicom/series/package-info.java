/// From files to volumes: which images lie in a folder, which of them belong together, and where in the patient they are.
///
/// [org.trabecula.dicom.series.DicomSeries] is the door. [org.trabecula.dicom.series.DicomFolder] reads the headers,
/// [org.trabecula.dicom.series.SeriesSplit] cuts series into stacks of one orientation,
/// [org.trabecula.dicom.series.StackGeometry] finds the grid, and [org.trabecula.dicom.series.SeriesImage] decodes voxels.
/// Positions decide: file names, instance numbers, slice locations and spacing tags play no part.
@NullMarked
package org.trabecula.dicom.series;

import org.jspecify.annotations.NullMarked;
