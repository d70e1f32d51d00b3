package org.trabecula.radiomics.filter;

import org.trabecula.image.Grid;
import org.trabecula.image.Volume;

/// A derived image inside the region's box.
///
/// @param name    as in column names, such as `wavelet-LLH`
/// @param box     one value per voxel of the region's box, i fastest
/// @param float32 whether the values are 32-bit floats
/// @param partial whether the filter may have no value at some voxels, marked by NaN
public record DerivedImage(String name, double[] box, boolean float32, boolean partial) {
    /// An image with a value at every voxel.
    DerivedImage(String name, double[] box, boolean float32) {
        this(name, box, float32, false);
    }

    /// The same values as a volume, of 32 bits where they are.
    ///
    /// @param grid of the region's box
    public Volume volume(Grid grid) {
        if (!float32) {
            return Volume.ofDoubles(grid, box);
        }
        float[] values = new float[box.length];
        for (int n = 0; n < values.length; n++) {
            values[n] = (float) box[n];
        }
        return Volume.ofFloats(grid, values);
    }
}
