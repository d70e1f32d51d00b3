/// Putting a volume or a mask onto another grid, with the numbers of ITK 5.
///
/// Start with [org.trabecula.image.resample.Resampler]; [org.trabecula.image.resample.IndexMap] says where target voxels
/// fall in the source, [org.trabecula.image.resample.SplineCoefficients] holds the recursive B-spline filter and why a
/// window of the volume is enough for it.
@NullMarked
package org.trabecula.image.resample;

import org.jspecify.annotations.NullMarked;
