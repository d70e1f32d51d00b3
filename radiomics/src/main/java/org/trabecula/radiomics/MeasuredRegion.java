package org.trabecula.radiomics;

import org.trabecula.image.Mask;
import org.trabecula.image.Spacing;
import org.trabecula.radiomics.prepare.RegionValues;
import org.trabecula.radiomics.texture.RegionLayout;

/// What the features of all images of a region share: where its voxels lie.
///
/// @param values  takes values out of the region's box
/// @param layout  the same voxels with a margin around the box, for texture
/// @param spacing of the voxels in mm
record MeasuredRegion(RegionValues values, RegionLayout layout, Spacing spacing) {
    static MeasuredRegion of(Mask region) {
        RegionValues values = new RegionValues(region);
        return new MeasuredRegion(values, values.layout(), region.grid().spacing());
    }
}
