/// Where voxels live and what they hold: [org.trabecula.image.Grid], [org.trabecula.image.Volume],
/// [org.trabecula.image.Mask].
///
/// Voxel order is i, j, k with i fastest in memory; world order is x, y, z in millimetres, LPS+ as in DICOM. Readers and
/// writers are in `nifti` and `nrrd`, what they share in `stored`, the list of both in `formats`; each is an
/// [org.trabecula.image.ImageFormat] in a list, [org.trabecula.image.ImageFormats], that is passed to whoever opens images.
/// [org.trabecula.image.LabelFile] holds label maps, [org.trabecula.image.GridComparison] brings mask and image together.
@NullMarked
package org.trabecula.image;

import org.jspecify.annotations.NullMarked;
