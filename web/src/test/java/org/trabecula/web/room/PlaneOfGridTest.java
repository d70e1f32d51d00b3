package org.trabecula.web.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.image.Grid;
import org.trabecula.image.PointMm;
import org.trabecula.image.Volume;
import org.trabecula.web.TestScan;

/// The pictures against the body: which way is up, and one picture however the file stores its axes.
class PlaneOfGridTest {
    /// LPS: x rises to the patient's left, y to the back, z to the head.
    @ParameterizedTest
    @EnumSource(BodyPlane.class)
    void theHeadOrTheFrontIsUpAndTheFrontOrTheRightIsLeft(BodyPlane plane) {
        for (Volume volume : List.of(TestScan.straight(), TestScan.turned(), TestScan.oblique())) {
            Grid grid = volume.grid();
            PlaneOfGrid lies = PlaneOfGrid.of(grid, plane);
            PointMm first = world(grid, lies.voxel(0, 0, 0));
            PointMm right = world(grid, lies.voxel(lies.columns() - 1, 0, 0));
            PointMm below = world(grid, lies.voxel(0, lies.rows() - 1, 0));
            PointMm next = world(grid, lies.voxel(0, 0, lies.slices() - 1));
            switch (plane) {
                case SAGITTAL -> {
                    assertThat(right.y()).isGreaterThan(first.y()); // to the back
                    assertThat(below.z()).isLessThan(first.z()); // to the feet
                    assertThat(next.x()).isGreaterThan(first.x()); // to the left
                }
                case CORONAL -> {
                    assertThat(right.x()).isGreaterThan(first.x());
                    assertThat(below.z()).isLessThan(first.z());
                    assertThat(next.y()).isGreaterThan(first.y());
                }
                case AXIAL -> {
                    assertThat(right.x()).isGreaterThan(first.x());
                    assertThat(below.y()).isGreaterThan(first.y());
                    assertThat(next.z()).isGreaterThan(first.z());
                }
            }
        }
    }

    private static PointMm world(Grid grid, int[] voxel) {
        return grid.toWorld(voxel[0], voxel[1], voxel[2]);
    }

    @ParameterizedTest
    @EnumSource(BodyPlane.class)
    void aPixelIsTheSamePlaceHoweverTheAxesAreStored(BodyPlane plane) {
        Volume straight = TestScan.straight();
        Volume turned = TestScan.turned();
        PlaneOfGrid one = PlaneOfGrid.of(straight.grid(), plane);
        PlaneOfGrid other = PlaneOfGrid.of(turned.grid(), plane);
        assertThat(List.of(other.columns(), other.rows(), other.slices())).isEqualTo(List.of(one.columns(), one.rows(), one.slices()));
        for (int slice = 0; slice < one.slices(); slice++) {
            for (int row = 0; row < one.rows(); row++) {
                for (int column = 0; column < one.columns(); column++) {
                    int[] a = one.voxel(column, row, slice);
                    int[] b = other.voxel(column, row, slice);
                    // to a micrometre: both places come out of one multiplication with numbers of some millimetres
                    assertThat(world(turned.grid(), b).distanceMm(world(straight.grid(), a))).isLessThan(1e-3);
                    assertThat(turned.at(b[0], b[1], b[2])).isEqualTo(straight.at(a[0], a[1], a[2]));
                    assertThat(one.pixel(a[0], a[1], a[2])).containsExactly(column, row, slice);
                    assertThat(other.pixel(b[0], b[1], b[2])).containsExactly(column, row, slice);
                }
            }
        }
    }

    /// Values are 100 i + 10 j + k: from 0 to 255 HU nothing is lost to the window. Sagittal slice 2 has i = 2; front left is j = 0, head
    /// up is k = 4.
    @Test
    void theSagittalPictureHoldsTheVoxelsOfItsSlice() throws IOException {
        int[][] expected = {
            {204, 214, 224, 234, 244, 254},
            {203, 213, 223, 233, 243, 253},
            {202, 212, 222, 232, 242, 252},
            {201, 211, 221, 231, 241, 251},
            {200, 210, 220, 230, 240, 250},
        };
        for (Volume volume : List.of(TestScan.straight(), TestScan.turned(), TestScan.oblique())) {
            assertThat(picture(volume, BodyPlane.SAGITTAL, 2, 0, 255)).isDeepEqualTo(expected);
        }
    }

    /// HU at or below the window are black, at or above it white; the middle of 200 … 210 is 127.5, rounded up.
    @Test
    void theWindowGoesFromBlackToWhite() throws IOException {
        int[][] pixels = picture(TestScan.straight(), BodyPlane.AXIAL, 0, 200, 210);
        assertThat(pixels[0]).containsExactly(0, 0, 0, 255, 255, 255, 255); // j = 0: 0, 100 … 600
        assertThat(picture(TestScan.straight(), BodyPlane.CORONAL, 0, 200, 210)[0][2]).isEqualTo(102); // 204: 4/10 of 255
    }

    private static int[][] picture(Volume volume, BodyPlane plane, int slice, double low, double high) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(
                SlicePicture.png(volume, PlaneOfGrid.of(volume.grid(), plane), slice, low, high)));
        List<int[]> rows = new ArrayList<>();
        for (int row = 0; row < image.getHeight(); row++) {
            rows.add(image.getRaster().getSamples(0, row, image.getWidth(), 1, 0, (int[]) null));
        }
        return rows.toArray(int[][]::new);
    }
}
