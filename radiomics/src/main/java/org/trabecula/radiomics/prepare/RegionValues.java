package org.trabecula.radiomics.prepare;

import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.radiomics.texture.RegionLayout;

/// Where the voxels of a region lie in its box; takes values out of a box. Immutable.
public final class RegionValues {
    private final Size size;
    private final int[] places;

    public RegionValues(Mask region) {
        boolean[] inside = region.toFlags();
        places = new int[region.voxelCount()];
        size = region.box().size();
        int to = 0;
        for (int n = 0; n < inside.length; n++) {
            if (inside[n]) {
                places[to++] = n;
            }
        }
    }

    /// The values inside the region, in the order of its box (i fastest).
    ///
    /// @param box one value per voxel of the region's box
    public double[] of(double[] box) {
        double[] values = new double[places.length];
        for (int n = 0; n < values.length; n++) {
            values[n] = box[places[n]];
        }
        return values;
    }

    /// The same places with an empty margin around the box, for texture.
    public RegionLayout layout() {
        return RegionLayout.of(size, places);
    }
}
