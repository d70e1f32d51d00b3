package org.trabecula.radiomics.prepare;

import org.trabecula.image.Mask;

/// Where the voxels of a region lie in its box; takes values out of a box and puts levels back. Immutable.
public final class RegionValues {
    private final int[] places;
    private final int boxVoxels;

    public RegionValues(Mask region) {
        boolean[] inside = region.toFlags();
        places = new int[region.voxelCount()];
        boxVoxels = inside.length;
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

    /// The levels in the region's box, 0 outside the region.
    ///
    /// @param levels one per voxel of the region, in the order of [#of]
    public int[] toBox(int[] levels) {
        int[] box = new int[boxVoxels];
        for (int n = 0; n < levels.length; n++) {
            box[places[n]] = levels[n];
        }
        return box;
    }
}
