package org.trabecula.radiomics.filter;

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
}
