package org.trabecula.extraction.picture;

import org.trabecula.image.Grid;
import org.trabecula.image.Orientation;

/// The voxel axes of a grid by where they run in the body: to the left, to the back, to the head. In an oblique scan the nearest ones.
///
/// @param left towards the patient's left
/// @param back towards the back
/// @param up   towards the head
record PatientAxes(Axis left, Axis back, Axis up) {
    /// @param index     0, 1, 2 for i, j, k
    /// @param sign      +1 if the index grows that way, −1 if it falls
    /// @param spacingMm between its voxels
    record Axis(int index, int sign, double spacingMm) {
        /// How many voxels along the index a way of so many mm is.
        double voxels(double mm) {
            return sign * mm / spacingMm;
        }
    }

    static PatientAxes of(Grid grid) {
        Orientation orientation = Orientation.of(grid.direction());
        return new PatientAxes(
                axis(grid, orientation.sagittalAxis(), orientation.towardsLeft()),
                axis(grid, orientation.coronalAxis(), orientation.towardsPosterior()),
                axis(grid, orientation.axialAxis(), orientation.towardsHead()));
    }

    private static Axis axis(Grid grid, int index, boolean rising) {
        return new Axis(index, rising ? 1 : -1, grid.spacing().along(index));
    }
}
