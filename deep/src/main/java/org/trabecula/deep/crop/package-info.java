/// The network's picture of a vertebra (P15): the sagittal slice where the region is largest, cropped, windowed, resampled
/// and normalised.
///
/// Start with [org.trabecula.deep.crop.CropPlan]: made from a mask alone, it says which voxels to read and then samples
/// them into a [org.trabecula.deep.crop.Crop]. [org.trabecula.deep.crop.ContactSheet] shows many at a glance.
@NullMarked
package org.trabecula.deep.crop;

import org.jspecify.annotations.NullMarked;
