package org.trabecula.outline.slices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.outline.Bodies;

class SliceInterpolationTest {
    private static final Grid GRID = Grid.axisAligned(new Size(41, 41, 41), Spacing.isotropic(1));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aCylinderComesBackWhole(int axis) {
        Mask cylinder = alongAxis(axis, (radius, height) -> radius <= 12.3 && height >= 4 && height <= 36);
        Mask drawn = Bodies.everySlice(cylinder, axis, 5);
        assertThat(drawn.voxelCount()).isLessThan(cylinder.voxelCount() / 3);
        assertThat(Bodies.same(SliceInterpolation.fill(drawn, axis), cylinder)).isTrue();
    }

    /// Between concentric circles the radius changes evenly, so a cone comes back. An outline of pixels is known to half a pixel's
    /// diagonal on either slice, so what differs lies that near to the surface.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aConeComesBackToWithinAPixel(int axis) {
        Mask cone = alongAxis(axis, (radius, height) -> radius <= 18 - 0.4 * height && height >= 2 && height <= 34);
        Mask filled = SliceInterpolation.fill(Bodies.everySlice(cone, axis, 8), axis);
        assertThat(farthestFrom(filled, axis, height -> 18 - 0.4 * height)).isLessThanOrEqualTo(Math.sqrt(0.5));
    }

    /// Slices of unequal distance: drawn at 2, 4 and 14 mm of a cone, with oblong pixels, circles of a known radius in between.
    @Test
    void gapsMayDifferAndPixelsBeOblong() {
        Grid grid = Grid.axisAligned(new Size(81, 27, 41), new Spacing(0.5, 1.5, 1));
        Mask cone = Bodies.mask(grid, (x, y, z) -> Math.hypot(x - 20, y - 20) <= 17 - z && (z == 2 || z == 4 || z == 14));
        Mask filled = SliceInterpolation.fill(cone, 2);
        for (int k : new int[] {3, 7, 9, 12}) {
            for (int j = 0; j < 27; j++) {
                for (int i = 0; i < 81; i++) {
                    double outside = Math.hypot(i * 0.5 - 20, j * 1.5 - 20) - (17 - k);
                    // half of the pixel's diagonal, as above
                    if (Math.abs(outside) > 0.5 * Math.hypot(0.5, 1.5)) {
                        assertThat(filled.at(i, j, k)).as(i + " " + j + " " + k).isEqualTo(outside < 0);
                    }
                }
            }
        }
    }

    @Test
    void twoBallsMergeIntoOne() {
        // a trunk at the bottom whose two branches stand apart at the top, all within the trunk's width
        Mask drawn = Bodies.mask(GRID, (x, y, z) -> (z == 5 && Math.hypot((x - 20) / 14, (y - 20) / 8) <= 1)
                || (z == 15 && (Math.hypot(x - 11, y - 20) <= 4 || Math.hypot(x - 29, y - 20) <= 4)));
        Mask filled = SliceInterpolation.fill(drawn, 2);
        assertThat(filled.at(20, 20, 6)).as("one piece near the trunk").isTrue();
        assertThat(filled.at(20, 20, 14)).as("two pieces near the branches").isFalse();
        assertThat(filled.at(11, 20, 14) && filled.at(29, 20, 14)).isTrue();
        for (int k = 6; k < 15; k++) {
            for (int i = 0; i < 41; i++) {
                for (int j = 0; j < 41; j++) {
                    assertThat(filled.at(i, j, k)).as("mirror image").isEqualTo(filled.at(40 - i, 40 - j, k));
                }
            }
        }
    }

    @Test
    void drawnSlicesStayAndNothingIsMadeBeyondThem() {
        Mask ball = ball();
        Mask drawn = Bodies.everySlice(ball, 0, 5);
        Mask filled = SliceInterpolation.fill(drawn, 0);
        assertThat(filled.box().iMin()).isEqualTo(drawn.box().iMin());
        assertThat(filled.box().iMax()).isEqualTo(drawn.box().iMax());
        for (int i = drawn.box().iMin(); i <= drawn.box().iMax(); i += 5) {
            for (int j = 0; j < 41; j++) {
                for (int k = 0; k < 41; k++) {
                    assertThat(filled.at(i, j, k)).isEqualTo(ball.at(i, j, k));
                }
            }
        }
    }

    @Test
    void slicesThatDoNotCountAsDrawnAreMadeAnew() {
        Mask cylinder = alongAxis(2, (radius, height) -> radius <= 10 && height >= 5 && height <= 25);
        Mask spoilt = Bodies.mask(GRID, (x, y, z) -> cylinder.at((int) x, (int) y, (int) z) && z != 12 || z == 9 && x == 3);
        assertThat(Bodies.same(SliceInterpolation.fill(spoilt, 2, new int[] {25, 5, 15, 5}), cylinder)).isTrue();
    }

    @Test
    void slicesBeyondTheOutermostDrawnOnesAreLeftAlone() {
        Mask ball = ball();
        Mask filled = SliceInterpolation.fill(ball, 1, new int[] {15, 20});
        for (int i = 0; i < 41; i++) {
            for (int k = 0; k < 41; k++) {
                assertThat(filled.at(i, 9, k)).isEqualTo(ball.at(i, 9, k));
                assertThat(filled.at(i, 28, k)).isEqualTo(ball.at(i, 28, k));
            }
        }
    }

    @Test
    void oneSliceAndOneVoxelStayAsTheyAre() {
        Mask slice = Bodies.everySlice(ball(), 0, 100);
        Mask one = Bodies.mask(GRID, (x, y, z) -> x == 3 && y == 4 && z == 5);
        assertThat(Bodies.same(SliceInterpolation.fill(one, 0), one)).isTrue();
        assertThat(Bodies.same(SliceInterpolation.fill(slice, 1), slice)).isTrue();
        assertThat(Bodies.same(SliceInterpolation.fill(slice, 0, new int[0]), slice)).isTrue();
    }

    @Test
    void theGridsPlaceAndDirectionDoNotMatter() {
        Grid turned = Bodies.obliqueAndFlipped(GRID);
        Mask drawn = Bodies.everySlice(ball(), 0, 4);
        Mask there = SliceInterpolation.fill(drawn.onGrid(turned), 0);
        assertThat(there.grid()).isEqualTo(turned);
        assertThat(Bodies.same(there, SliceInterpolation.fill(drawn, 0))).isTrue();
    }

    private static Mask ball() {
        return Bodies.mask(GRID, (x, y, z) -> square(x - 20) + square(y - 20) + square(z - 20) <= 15 * 15);
    }

    /// What decides by the distance from the axis and the height along it.
    @FunctionalInterface
    private interface Round {
        boolean at(double radius, double height);
    }

    @FunctionalInterface
    private interface Profile {
        double radius(double height);
    }

    private static Mask alongAxis(int axis, Round round) {
        return Bodies.mask(GRID, (x, y, z) -> {
            double height = axis == 0 ? x : axis == 1 ? y : z;
            return round.at(radius(axis, x, y, z), height);
        });
    }

    private static double radius(int axis, double x, double y, double z) {
        return axis == 0 ? Math.hypot(y - 20, z - 20) : axis == 1 ? Math.hypot(x - 20, z - 20) : Math.hypot(x - 20, y - 20);
    }

    /// The largest distance from the true surface among voxels that are on its wrong side.
    private static double farthestFrom(Mask filled, int axis, Profile profile) {
        Box box = filled.box();
        double farthest = 0;
        for (int k = box.kMin(); k <= box.kMax(); k++) {
            for (int j = 0; j < 41; j++) {
                for (int i = 0; i < 41; i++) {
                    int height = axis == 0 ? i : axis == 1 ? j : k;
                    double outside = radius(axis, i, j, k) - profile.radius(height);
                    boolean between = height >= box.min(axis) && height <= box.max(axis);
                    if (between && filled.at(i, j, k) != outside <= 0) {
                        farthest = Math.max(farthest, Math.abs(outside));
                    }
                }
            }
        }
        return farthest;
    }

    private static double square(double value) {
        return value * value;
    }
}
