package org.trabecula.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.trabecula.image.Grid;
import org.trabecula.image.Mat3;
import org.trabecula.image.PointMm;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;

/// Small volumes whose values say where a voxel lies.
public final class TestScan {
    public static final Size SIZE = new Size(7, 6, 5);
    public static final Spacing SPACING = new Spacing(0.5, 0.75, 2);

    private TestScan() {}

    /// LPS axes: i to the left, j to the back, k to the head. A voxel's value is 100 i + 10 j + k.
    public static Volume straight() {
        short[] values = new short[(int) SIZE.voxels()];
        int at = 0;
        for (int k = 0; k < SIZE.k(); k++) {
            for (int j = 0; j < SIZE.j(); j++) {
                for (int i = 0; i < SIZE.i(); i++) {
                    values[at++] = (short) (100 * i + 10 * j + k);
                }
            }
        }
        return Volume.ofShorts(new Grid(SIZE, SPACING, new PointMm(-3, 4, 100), Mat3.IDENTITY), values);
    }

    /// The same voxels at the same places, stored otherwise: k first and from head to foot, then i from left to right, then j.
    public static Volume turned() {
        Volume same = straight();
        short[] values = new short[(int) SIZE.voxels()];
        int at = 0;
        for (int j = 0; j < SIZE.j(); j++) {
            for (int i = SIZE.i() - 1; i >= 0; i--) {
                for (int k = SIZE.k() - 1; k >= 0; k--) {
                    values[at++] = (short) same.at(i, j, k);
                }
            }
        }
        Grid grid = new Grid(
                new Size(SIZE.k(), SIZE.i(), SIZE.j()), new Spacing(SPACING.kMm(), SPACING.iMm(), SPACING.jMm()),
                same.grid().toWorld(SIZE.i() - 1, 0, SIZE.k() - 1), new Mat3(0, -1, 0, 0, 0, 1, -1, 0, 0));
        return Volume.ofShorts(grid, values);
    }

    /// The voxels of [#straight] on a grid that is turned by 20° about the head-foot axis and tilted by 15°.
    public static Volume oblique() {
        double a = Math.toRadians(20);
        double b = Math.toRadians(15);
        Mat3 about = new Mat3(Math.cos(a), -Math.sin(a), 0, Math.sin(a), Math.cos(a), 0, 0, 0, 1);
        Mat3 tilted = new Mat3(1, 0, 0, 0, Math.cos(b), -Math.sin(b), 0, Math.sin(b), Math.cos(b));
        Volume same = straight();
        return new Volume(
                new Grid(SIZE, SPACING, new PointMm(-3, 4, 100), about.times(tilted)), same.held(), same.type(), same.voxels());
    }

    /// As a file of `folder`.
    public static byte[] nifti(Volume volume, Path folder) throws IOException {
        Path file = folder.resolve("volume-" + System.nanoTime() + ".nii.gz");
        StandardFormats.ALL.write(volume, file);
        return Files.readAllBytes(file);
    }
}
