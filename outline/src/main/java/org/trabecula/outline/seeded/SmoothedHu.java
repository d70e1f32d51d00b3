package org.trabecula.outline.seeded;

import org.trabecula.image.Box;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;

/// The HU of a block, clipped to what tells bone from its surroundings and smoothed a little against noise.
final class SmoothedHu {
    /// Fat and everything darker look alike.
    private static final double LOWEST_HU = -100;
    /// Cortex and everything brighter look alike, so that cement and metal make no crests.
    private static final double HIGHEST_HU = 600;
    /// Variance of the smoothing on each axis, mm²: half a millimetre of blur, as much as a scanner's own.
    private static final double VARIANCE_MM2 = 0.3;

    private SmoothedHu() {}

    /// One value per voxel of `block`, i fastest.
    static float[] of(Volume ct, Box block) {
        double[] values = ct.toDoubles(block);
        float[] hu = new float[values.length];
        for (int at = 0; at < hu.length; at++) {
            hu[at] = (float) (Double.isNaN(values[at]) ? LOWEST_HU : Math.clamp(values[at], LOWEST_HU, HIGHEST_HU));
        }
        Size size = block.size();
        Spacing spacing = ct.grid().spacing();
        int stride = 1;
        for (int axis = 0; axis < 3; axis++) {
            double variance = VARIANCE_MM2 / (spacing.along(axis) * spacing.along(axis)); // in voxels²
            int passes = (int) Math.ceil(variance / 0.5); // [1/4 1/2 1/4] has 0.5
            for (int pass = 0; pass < passes; pass++) {
                smooth(hu, stride, size.along(axis), (float) (variance / passes / 2));
            }
            stride *= size.along(axis);
        }
        return hu;
    }

    /// Weights (w, 1 − 2w, w) along one axis, the edge repeated.
    private static void smooth(float[] hu, int stride, int length, float w) {
        for (int block = 0; block < hu.length; block += stride * length) {
            for (int start = block; start < block + stride; start++) {
                float before = hu[start];
                for (int n = 0; n < length; n++) {
                    int at = start + n * stride;
                    float here = hu[at];
                    float after = n + 1 < length ? hu[at + stride] : here;
                    hu[at] = here + w * (before - here + after - here);
                    before = here;
                }
            }
        }
    }
}
