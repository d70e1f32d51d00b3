package org.trabecula.web.room;

import org.trabecula.image.Grid;
import org.trabecula.image.Orientation;

/// The pictures of one plane through a grid, and which voxel each pixel is. A pixel is a voxel, whole and alone: nothing lies between.
///
/// The head is up; in sagittal pictures the front is left, in coronal and axial ones the patient's right, in axial ones the front is up.
/// Slices count from the patient's right, from the front, and from the feet. That holds however the file stores its axes, so a stroke on a
/// picture means the same place of the body in each of them; of an oblique scan the pictures follow the voxels, not the room.
///
/// @param axis         of the voxels that steps from slice to slice: 0, 1, 2 for i, j, k
/// @param columnAxis   that runs from left to right in the picture
/// @param rowAxis      that runs from top to bottom
/// @param sliceFlips   whether the index falls where slices count up
/// @param columnFlips  whether the index falls from left to right
/// @param rowFlips     whether the index falls from top to bottom
public record PlaneOfGrid(Grid grid, int axis, int columnAxis, int rowAxis, boolean sliceFlips, boolean columnFlips, boolean rowFlips) {
    public static PlaneOfGrid of(Grid grid, BodyPlane plane) {
        Orientation body = Orientation.of(grid.direction());
        int right = body.sagittalAxis();
        int front = body.coronalAxis();
        int foot = body.axialAxis();
        boolean fromRight = body.towardsLeft();
        boolean fromFront = body.towardsPosterior();
        boolean fromFoot = body.towardsHead();
        return switch (plane) {
            case SAGITTAL -> new PlaneOfGrid(grid, right, front, foot, !fromRight, !fromFront, fromFoot);
            case CORONAL -> new PlaneOfGrid(grid, front, right, foot, !fromFront, !fromRight, fromFoot);
            case AXIAL -> new PlaneOfGrid(grid, foot, right, front, !fromFoot, !fromRight, !fromFront);
        };
    }

    /// Pixels from left to right.
    public int columns() {
        return grid.size().along(columnAxis);
    }

    /// Pixels from top to bottom.
    public int rows() {
        return grid.size().along(rowAxis);
    }

    public int slices() {
        return grid.size().along(axis);
    }

    /// Width of a pixel.
    public double columnMm() {
        return grid.spacing().along(columnAxis);
    }

    /// Height of a pixel.
    public double rowMm() {
        return grid.spacing().along(rowAxis);
    }

    /// From one slice to the next.
    public double sliceMm() {
        return grid.spacing().along(axis);
    }

    /// The voxel (i, j, k) of a pixel.
    public int[] voxel(int column, int row, int slice) {
        int[] voxel = new int[3];
        voxel[axis] = sliceFlips ? slices() - 1 - slice : slice;
        voxel[columnAxis] = columnFlips ? columns() - 1 - column : column;
        voxel[rowAxis] = rowFlips ? rows() - 1 - row : row;
        return voxel;
    }

    /// Column, row and slice of a voxel: the inverse of [#voxel].
    public int[] pixel(int i, int j, int k) {
        int[] voxel = {i, j, k};
        return new int[] {
            columnFlips ? columns() - 1 - voxel[columnAxis] : voxel[columnAxis],
            rowFlips ? rows() - 1 - voxel[rowAxis] : voxel[rowAxis],
            sliceFlips ? slices() - 1 - voxel[axis] : voxel[axis]
        };
    }
}
