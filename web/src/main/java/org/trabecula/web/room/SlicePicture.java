package org.trabecula.web.room;

import java.io.IOException;
import org.trabecula.image.Volume;

/// One slice as an 8-bit grey picture, a pixel a voxel.
public final class SlicePicture {
    private SlicePicture() {}

    /// PNG.
    ///
    /// @param low  in HU and below: black
    /// @param high in HU and above: white
    public static byte[] png(Volume volume, PlaneOfGrid plane, int slice, double low, double high) throws IOException {
        byte[] grey = new byte[plane.columns() * plane.rows()];
        double scale = 255 / (high - low);
        Volume.Voxels voxels = volume.voxels();
        int[] origin = plane.voxel(0, 0, slice);
        int[] right = plane.voxel(Math.min(1, plane.columns() - 1), 0, slice);
        int[] down = plane.voxel(0, Math.min(1, plane.rows() - 1), slice);
        int start = volume.indexOf(origin[0], origin[1], origin[2]);
        int toRight = volume.indexOf(right[0], right[1], right[2]) - start;
        int toBelow = volume.indexOf(down[0], down[1], down[2]) - start;
        int to = 0;
        for (int row = 0; row < plane.rows(); row++) {
            int at = start + row * toBelow;
            for (int column = 0; column < plane.columns(); column++, at += toRight) {
                grey[to++] = (byte) Math.clamp(Math.round((voxels.at(at) - low) * scale), 0, 255);
            }
        }
        return GreyPng.of(plane.columns(), plane.rows(), grey);
    }
}
