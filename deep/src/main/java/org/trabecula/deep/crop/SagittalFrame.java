package org.trabecula.deep.crop;

import org.trabecula.image.Mat3;
import org.trabecula.image.Orientation;

/// Which voxel axes are the patient's: to the left (across sagittal slices), to the back, to the feet.
///
/// In an oblique volume the slices are those nearest to sagittal, as [Orientation] decides.
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

    static SagittalFrame of(Mat3 direction) {
        Orientation orientation = Orientation.of(direction);
        return new SagittalFrame(
                new Axis(orientation.sagittalAxis(), orientation.towardsLeft() ? 1 : -1),
                new Axis(orientation.coronalAxis(), orientation.towardsPosterior() ? 1 : -1),
                new Axis(orientation.axialAxis(), orientation.towardsHead() ? -1 : 1));
    }
}
