package org.trabecula.image.resample;

/// How a value between voxel centres is found.
public enum Interpolator {
    /// The value of the voxel whose centre is nearest; halves go up.
    NEAREST,
    /// Trilinear; within half a voxel outside the outermost centres the edge value holds.
    LINEAR,
    /// Cubic B-spline through all voxel values, mirrored at the edges without repeating the edge sample.
    BSPLINE
}
