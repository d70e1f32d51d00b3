package org.trabecula.web.room;

import org.trabecula.image.Box;
import org.trabecula.web.server.Asked;

/// A box that a hand drew around a vertebral body on the picture of one sagittal slice.
///
/// @param slice      that was drawn on
/// @param columnFrom a corner; whole numbers are the centres of pixels
/// @param rowFrom    of the same corner
/// @param columnTo   the corner across
/// @param rowTo      of the corner across
public record BoxDrawn(int slice, double columnFrom, double rowFrom, double columnTo, double rowTo) {
    /// The voxels whose centres lie in it, one slice thick.
    ///
    /// @throws org.trabecula.core.InputException WEB-006 for a box that holds none
    Box on(PlaneOfGrid lies) {
        int left = (int) Math.max(0, Math.ceil(Math.min(columnFrom, columnTo)));
        int right = (int) Math.min(lies.columns() - 1, Math.floor(Math.max(columnFrom, columnTo)));
        int top = (int) Math.max(0, Math.ceil(Math.min(rowFrom, rowTo)));
        int bottom = (int) Math.min(lies.rows() - 1, Math.floor(Math.max(rowFrom, rowTo)));
        if (slice < 0 || slice >= lies.slices() || right < left || bottom < top) {
            throw Asked.malformed("the box", this.toString(), "a box that holds voxels, on a slice from 0 to " + (lies.slices() - 1));
        }
        int[] a = lies.voxel(left, top, slice);
        int[] b = lies.voxel(right, bottom, slice);
        return new Box(
                Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.min(a[2], b[2]), Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.max(a[2], b[2]));
    }
}
