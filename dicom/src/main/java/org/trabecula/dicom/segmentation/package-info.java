/// Segmentations and structure sets as masks.
///
/// [org.trabecula.dicom.segmentation.DicomMasks] is the door. A [org.trabecula.dicom.segmentation.SegmentationReader] places frames
/// by their own position, a [org.trabecula.dicom.segmentation.StructureSetReader] rasterises contours on the slices of an image;
/// both give [org.trabecula.dicom.segmentation.SegmentedRegion]s, runs of voxels, which
/// [org.trabecula.dicom.segmentation.RegionLayers] makes a label map of. Positions decide; what files say of the images that they were
/// drawn on is checked against the image ([org.trabecula.dicom.segmentation.MaskReferences]).
///
/// The other way, a [org.trabecula.dicom.segmentation.SegmentationWriter] writes masks and maps of probabilities on the frames of a series.
@NullMarked
package org.trabecula.dicom.segmentation;

import org.jspecify.annotations.NullMarked;
