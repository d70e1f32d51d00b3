package org.trabecula.outline.heights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Mat3;
import org.trabecula.image.PointMm;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;

/// Bodies by formula in the world, on straight, flipped, permuted and oblique grids: what is measured is the body, not how it is stored.
class BodyHeightsTest {
    /// Whether a place of the world, in mm from the body's middle, belongs to it; y to the back, z to the head.
    @FunctionalInterface
    private interface Body {
        boolean holds(double x, double y, double z);
    }

    private static Stream<Grid> grids() {
        Spacing fine = new Spacing(1, 0.8, 0.7);
        Size size = new Size(70, 90, 90);
        double a = Math.toRadians(12);
        double b = Math.toRadians(20);
        Mat3 about = new Mat3(Math.cos(a), -Math.sin(a), 0, Math.sin(a), Math.cos(a), 0, 0, 0, 1);
        Mat3 tilted = new Mat3(1, 0, 0, 0, Math.cos(b), -Math.sin(b), 0, Math.sin(b), Math.cos(b));
        return Stream.of(
                Mat3.IDENTITY, Mat3.diagonal(-1, 1, -1), new Mat3(0, 0, 1, 1, 0, 0, 0, -1, 0), about, tilted, about.times(tilted))
                .map(direction -> new Grid(size, fine, PointMm.ZERO, direction));
    }

    /// The voxels whose centres lie in the body; its middle is the grid's, 0.3 mm off so that no face lies on voxel borders everywhere.
    private static Mask mask(Grid grid, Body body) {
        PointMm middle = grid.toWorld(grid.size().i() / 2.0 + 0.3, grid.size().j() / 2.0 + 0.3, grid.size().k() / 2.0 + 0.3);
        boolean[] flags = new boolean[(int) grid.size().voxels()];
        int at = 0;
        for (int k = 0; k < grid.size().k(); k++) {
            for (int j = 0; j < grid.size().j(); j++) {
                for (int i = 0; i < grid.size().i(); i++) {
                    PointMm p = grid.toWorld(i, j, k);
                    flags[at++] = body.holds(p.x() - middle.x(), p.y() - middle.y(), p.z() - middle.z());
                }
            }
        }
        return Mask.of(grid, grid.wholeBox(), flags);
    }

    /// A body of 32 mm depth: heights by the place from 0 at the front to 1 at the back; its depth rises by `tilt` to the back.
    private static Body body(DoubleUnaryOperator height, double tilt) {
        return (x, y, z) -> {
            double along = (y * Math.cos(tilt) + z * Math.sin(tilt)) / 32 + 0.5;
            double up = -y * Math.sin(tilt) + z * Math.cos(tilt);
            return Math.abs(x) <= 20 && along >= 0 && along <= 1 && Math.abs(up) <= height.applyAsDouble(along) / 2;
        };
    }

    /// Voxels are at most 1 mm high here; a face is drawn up to half a voxel off: 0.5 mm.
    private static void measures(Mask mask, double anteriorMm, double middleMm, double posteriorMm) {
        BodyHeights found = BodyHeights.of(mask).orElseThrow();
        assertThat(found.anteriorMm()).as("anterior").isCloseTo(anteriorMm, within(0.5));
        assertThat(found.middleMm()).as("middle").isCloseTo(middleMm, within(0.5));
        assertThat(found.posteriorMm()).as("posterior").isCloseTo(posteriorMm, within(0.5));
        assertThat(found.depthMm()).as("depth").isCloseTo(32, within(1.0));
        assertThat(found.anterior().upper().distanceMm(found.anterior().lower())).isCloseTo(found.anteriorMm(), within(1e-9)); // rounding
        assertThat(found.anterior().upper().y()).as("the front is in front").isLessThan(found.posterior().upper().y());
        assertThat(found.middle().upper().z()).isGreaterThan(found.middle().lower().z());
    }

    @ParameterizedTest
    @MethodSource("grids")
    void aBoxHasOneHeight(Grid grid) {
        measures(mask(grid, body(_ -> 25, 0)), 25, 25, 25);
        measures(mask(grid, body(_ -> 25, 0.35)), 25, 25, 25);
        assertThat(BodyHeights.of(mask(grid, body(_ -> 25, 0.35))).orElseThrow().grade()).isEqualTo(GenantGrade.NORMAL);
    }

    @ParameterizedTest
    @MethodSource("grids")
    void aWedgeIsLowInFront(Grid grid) {
        Mask wedge = mask(grid, body(along -> 17 + 8 * along, -0.25));
        measures(wedge, 17, 21, 25);
        assertThat(BodyHeights.of(wedge).orElseThrow().anteriorLoss()).isCloseTo(0.32, within(0.04)); // 0.5 mm of 25, twice
        assertThat(BodyHeights.of(wedge).orElseThrow().grade()).isEqualTo(GenantGrade.MODERATE);
    }

    /// Both endplates are parabolas that sink by 5 mm each. The line from the strip around 17 % of the depth leads 0.115 of the dip below the corner:
    /// 4·0.17·0.83 of it are missing there, and the slope 4·(1 − 0.34) brings 0.449 of it back; 1.15 mm of 10, and a step of the
    /// stair that a curve is among voxels may change the slope: 1 mm. In the middle the strip's mean of the dip is 0.03 mm short, half a voxel as above.
    @ParameterizedTest
    @MethodSource("grids")
    void aBiconcaveBodyIsLowInTheMiddle(Grid grid) {
        BodyHeights found = BodyHeights.of(mask(grid, body(along -> 25 - 10 * 4 * along * (1 - along), 0))).orElseThrow();
        assertThat(found.middleMm()).isCloseTo(15.03, within(0.5));
        assertThat(found.anteriorMm()).isCloseTo(23.85, within(1.0));
        assertThat(found.posteriorMm()).isCloseTo(23.85, within(1.0));
        assertThat(found.grade()).isEqualTo(GenantGrade.MODERATE);
    }

    /// A body with an arch behind the canal is not one body in the middle plane.
    @ParameterizedTest
    @MethodSource("grids")
    void aDrawnArchIsNotMeasured(Grid grid) {
        Body alone = body(_ -> 25, 0);
        assertThat(BodyHeights.of(mask(grid, (x, y, z) -> alone.holds(x, y + 4, z) || (Math.abs(x) < 4 && y > 24 && y < 30 && Math.abs(z) < 8)))).isEmpty();
    }

    @Test
    void aSpeckIsNotMeasured() {
        Grid grid = Grid.axisAligned(new Size(60, 60, 60), new Spacing(1, 1, 1));
        assertThat(BodyHeights.of(mask(grid, (x, y, z) -> Math.abs(x) < 1 && Math.abs(y) < 1 && Math.abs(z) < 1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-0.1,0", "0,0", "0.199,0", "0.2,1", "0.249,1", "0.25,2", "0.4,2", "0.401,3", "0.9,3"})
    void gradesAreThoseOfGenant(double loss, int grade) {
        assertThat(GenantGrade.of(loss).number()).isEqualTo(grade);
    }
}
