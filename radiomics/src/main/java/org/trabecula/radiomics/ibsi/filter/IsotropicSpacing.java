package org.trabecula.radiomics.ibsi.filter;

import org.trabecula.image.Grid;

/// Scales in millimetres become voxels by one number: the spacing that all filtered axes share.
final class IsotropicSpacing {
    /// Headers store spacing in 32-bit floats or short decimals.
    private static final double WITHIN = 1e-4;

    private IsotropicSpacing() {}

    /// @throws IllegalArgumentException if the filtered axes are spaced differently: such an image is resampled first
    static double of(Grid grid, Dimensions dimensions) {
        double mm = grid.spacing().iMm();
        for (int axis = 1; axis < dimensions.axes(); axis++) {
            if (!(Math.abs(grid.spacing().along(axis) - mm) <= WITHIN * mm)) {
                throw new IllegalArgumentException(
                        "a filter with a scale in mm needs equal spacing on its axes, got " + grid.spacing());
            }
        }
        return mm;
    }
}
