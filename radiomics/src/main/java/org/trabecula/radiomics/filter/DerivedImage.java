package org.trabecula.radiomics.filter;

/// A derived image inside the region's box.
///
/// @param name    as in column names, such as `wavelet-LLH`
/// @param box     one value per voxel of the region's box, i fastest
/// @param float32 whether the values are 32-bit floats
public record DerivedImage(String name, double[] box, boolean float32) {}
