package org.trabecula.deep.crop;

import org.trabecula.image.Mat3;

/// Which voxel axes are the patient's: to the left (across sagittal slices), to the back, to the feet.
///
/// Of the six ways to pair axes, the one with the largest sum of |direction cosines| is taken, so that an oblique
/// volume gets the slices that are nearest to sagittal. Directions are those of LPS+: x left, y back, z head.
///
/// @param left the voxel axis along which the patient's left–right runs
/// @param back front–back
/// @param down head–feet
record SagittalFrame(Axis left, Axis back, Axis down) {
    /// A voxel axis and which way along it the name points.
    ///
    /// @param index 0, 1, 2 for i, j, k
    /// @param sign  +1 if the index grows that way, −1 if it falls
    record Axis(int index, int sign) {
        /// From a voxel index (or a fraction) to a coordinate that grows the way the axis is named, and back.
        double oriented(double voxelIndex) {
            return sign * voxelIndex;
        }
    }

    private static final int[][] PAIRINGS = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};

    static SagittalFrame of(Mat3 direction) {
        int[] best = PAIRINGS[0];
        double largest = -1;
        for (int[] axes : PAIRINGS) {
            double sum = 0;
            for (int world = 0; world < 3; world++) {
                sum += Math.abs(direction.at(world, axes[world]));
            }
            if (sum > largest + 1e-9) { // exactly diagonal volumes: the first pairing, whatever the last digit says
                largest = sum;
                best = axes;
            }
        }
        return new SagittalFrame(
                axis(best[0], direction.at(0, best[0])),
                axis(best[1], direction.at(1, best[1])),
                axis(best[2], -direction.at(2, best[2])));
    }

    private static Axis axis(int index, double cosine) {
        return new Axis(index, cosine >= 0 ? 1 : -1);
    }
}
