package org.trabecula.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.core.RandomStreams;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;

/// When image and mask are the same place, and how a difference is told.
class GridComparisonTest {
    private static final Size SIZE = new Size(512, 512, 215);
    private static final PointMm ORIGIN = new PointMm(-180, -190, -312);
    private static final Grid IMAGE = new Grid(SIZE, new Spacing(0.7, 0.7, 1.0), ORIGIN, Mat3.IDENTITY);

    @Test
    void equalGridsAreTheSameSpace() {
        GridComparison same = GridComparison.of(IMAGE, IMAGE);
        assertThat(same.sameSpace()).isTrue();
        assertThat(same.withinItk()).isTrue();
        assertThat(same.worstCornerMm()).isZero();
    }

    @Test
    void roundingOfAHeaderIsTheSameSpaceThoughNotForItk() {
        Grid mask = new Grid(SIZE, new Spacing(0.7, 0.7, 1.00001), ORIGIN, Mat3.IDENTITY);
        GridComparison rounded = GridComparison.of(IMAGE, mask);
        assertThat(rounded.worstCornerMm()).isCloseTo(0.00214, within(1e-9));
        assertThat(rounded.sameSpace()).isTrue();
        assertThat(rounded.withinItk()).isFalse();
    }

    @Test
    void otherSliceSpacingIsToldInMillimetres() {
        Grid mask = new Grid(SIZE, new Spacing(0.7, 0.7, 1.016), ORIGIN, Mat3.IDENTITY);
        assertThat(GridComparison.of(IMAGE, mask).problem("mask seg.nii.gz on image ct.nii.gz").text()).isEqualTo("""
                error GEO-001  mask and image do not cover the same space
                  where     mask seg.nii.gz on image ct.nii.gz
                  found     corner voxel (511, 511, 214) lies 3.424 mm apart; slice spacing 1.016 mm in the mask, 1.000 mm in the \
                image
                  expected  every corner within 0.007 mm (1 % of the smallest spacing, 0.700 mm), or both cut from one lattice of \
                voxels
                  fix       re-export the mask from this CT series: same voxel count but other spacing means one header is wrong""");
    }

    @Test
    void aTurnedMaskIsToldInDegrees() {
        double angle = Math.toRadians(2);
        Mat3 turned = new Mat3(
                Math.cos(angle), -Math.sin(angle), 0, Math.sin(angle), Math.cos(angle), 0, 0, 0, 1);
        Grid mask = new Grid(SIZE, IMAGE.spacing(), ORIGIN, turned);
        assertThat(GridComparison.of(IMAGE, mask).problem("x").found())
                .contains("axis i points 2.00° away", "axis j points 2.00° away")
                .doesNotContain("axis k");
    }

    @Test
    void aMirroredHeaderIsRecognised() {
        Grid mask = new Grid(
                SIZE, IMAGE.spacing(), new PointMm(180, 190, -312), Mat3.diagonal(-1, -1, 1));
        assertThat(GridComparison.of(IMAGE, mask).problem("x").fix()).contains("RAS");
    }

    @Test
    void aShiftByPartOfAVoxelIsRefused() {
        Grid mask = new Grid(SIZE, IMAGE.spacing(), new PointMm(-180.35, -190, -312), Mat3.IDENTITY);
        Mask region = Mask.of(mask, new Box(3, 4, 5, 3, 4, 5), new boolean[] {true});
        assertThatThrownBy(() -> GridComparison.place(region, IMAGE, "mask on image"))
                .hasMessageContaining("GEO-001")
                .hasMessageContaining("0.350 mm apart");
    }

    @Test
    void aRegionOutsideTheImageIsRefused() {
        Grid mask = new Grid(SIZE, IMAGE.spacing(), new PointMm(-180, -190, -312 + 214), Mat3.IDENTITY);
        Mask region = Mask.of(mask, new Box(3, 4, 5, 3, 4, 5), new boolean[] {true});
        assertThatThrownBy(() -> GridComparison.place(region, IMAGE, "mask on image"))
                .hasMessageContaining("MSK-005")
                .hasMessageContaining("(3, 4, 219)");
    }

    /// Any crop, flip and exchange of axes of a lattice: each voxel must land where its world position is.
    @Test
    void flippedTurnedAndCroppedMasksLandWhereTheyBelong() {
        SplittableRandom random = new RandomStreams(5).stream("lattices");
        for (int n = 0; n < 100; n++) {
            Grid image = RoundTripTest.randomGrid(random, n);
            int[] order = new int[] {0, 1, 2};
            RandomStreams.shuffle(order, random);
            Mat3 turn = Mat3.ofColumns(signedAxis(order[0], random), signedAxis(order[1], random), signedAxis(order[2], random));
            Spacing spacing = new Spacing(
                    image.spacing().along(order[0]), image.spacing().along(order[1]), image.spacing().along(order[2]));
            PointMm first = image.toWorld(random.nextInt(-3, 10), random.nextInt(-3, 8), random.nextInt(-3, 7));
            Grid lattice = new Grid(new Size(4, 3, 5), spacing, first, image.direction().times(turn));
            Box box = new Box(1, 1, 2, 2, 1, 3);
            Mask mask = Mask.of(lattice, box, new boolean[] {true, true, false, true});
            double[] low = image.toIndex(lattice.toWorld(1, 1, 2));
            double[] high = image.toIndex(lattice.toWorld(2, 1, 3));
            if (image.wholeBox().contains(rounded(low)) && image.wholeBox().contains(rounded(high))) {
                Mask placed = GridComparison.place(mask, image, "mask on image");
                assertThat(placed.voxelCount()).isEqualTo(3);
                for (int[] voxel : List.of(new int[] {1, 1, 2}, new int[] {2, 1, 2}, new int[] {2, 1, 3})) {
                    Box there = rounded(image.toIndex(lattice.toWorld(voxel[0], voxel[1], voxel[2])));
                    assertThat(placed.at(there.iMin(), there.jMin(), there.kMin())).isTrue();
                }
            } else {
                assertThatThrownBy(() -> GridComparison.place(mask, image, "mask on image")).hasMessageContaining("MSK-005");
            }
        }
    }

    /// PyRadiomics took `edge_geometry_near` and refused `edge_geometry_off`.
    @Test
    void itksToleranceIsThatOfPyRadiomics() throws IOException {
        var cases = Reference.whole("pyradiomics/cases");
        if (cases.isEmpty()) {
            Conformance.skipped("nrrd", 2, "the PyRadiomics cases with near and off geometry are not here");
            return;
        }
        for (String name : new String[] {"edge_geometry_near", "edge_geometry_off"}) {
            Grid image = StandardFormats.ALL.open(cases.get().resolve(name).resolve("image.nrrd")).grid();
            Grid mask = StandardFormats.ALL.open(cases.get().resolve(name).resolve("mask.nrrd")).grid();
            assertThat(GridComparison.of(image, mask).withinItk()).isEqualTo(name.endsWith("near"));
        }
        Conformance.compared("nrrd", 2);
    }

    private static double[] signedAxis(int axis, SplittableRandom random) {
        double[] column = new double[3];
        column[axis] = random.nextBoolean() ? 1 : -1;
        return column;
    }

    private static Box rounded(double[] index) {
        int i = (int) Math.rint(index[0]);
        int j = (int) Math.rint(index[1]);
        int k = (int) Math.rint(index[2]);
        return new Box(i, j, k, i, j, k);
    }
}
