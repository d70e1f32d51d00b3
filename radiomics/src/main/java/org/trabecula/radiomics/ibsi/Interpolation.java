package org.trabecula.radiomics.ibsi;

/// How intensities between voxel centres are found, axis by axis.
public enum Interpolation {
    LINEAR,
    /// The interpolating B-spline of order 3 (with prefilter), not a cubic convolution kernel.
    CUBIC_SPLINE
}
