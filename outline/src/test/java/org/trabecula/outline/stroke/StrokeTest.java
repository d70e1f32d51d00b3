package org.trabecula.outline.stroke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.outline.Bodies;
import org.trabecula.outline.slices.SlicePlane;

class StrokeTest {
    private static final Grid GRID = Grid.axisAligned(new Size(30, 40, 20), new Spacing(0.5, 1, 2));
    private static final SlicePlane SAGITTAL = new SlicePlane(0, 7);

    /// On each axis, a dab is the disc of voxel centres within its radius in millimetres: computed here from the definition.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aDabIsADiscInMillimetres(int axis) {
        SlicePlane plane = new SlicePlane(axis, 5);
        PlanePoint at = PlanePoint.ofMm(plane, GRID.spacing(), 8.2, 9.9);
        Optional<Mask> drawn = new Stroke.Brush(plane, List.of(at), 4.3, false).on(GRID, Optional.empty());
        Mask disc = Bodies.mask(GRID, (x, y, z) -> {
            double across = axis == 0 ? x / 0.5 : axis == 1 ? y : z / 2;
            double first = axis == 0 ? y : x;
            double second = axis == 2 ? y : z;
            return across == 5 && Math.hypot(first - 8.2, second - 9.9) <= 4.3;
        });
        assertThat(Bodies.same(drawn, Optional.of(disc))).isTrue();
    }

    @Test
    void aLineIsPaintedWithoutGaps() {
        List<PlanePoint> line = List.of(new PlanePoint(3, 3), new PlanePoint(30, 12), new PlanePoint(30, 3));
        Mask drawn = new Stroke.Brush(SAGITTAL, line, 0.01, false).on(GRID, Optional.empty()).orElseThrow();
        for (int n = 0; n <= 1000; n++) {
            double t = n / 1000.0;
            assertThat(drawn.at(7, nearest(3 + 27 * t), nearest(3 + 9 * t))).isTrue();
            assertThat(drawn.at(7, 30, nearest(12 - 9 * t))).isTrue();
        }
        assertThat(drawn.box()).isEqualTo(new Box(7, 2, 3, 7, 31, 12)); // half a diagonal, 1.12 mm, reaches one pixel of 1 mm and none of 2 mm
    }

    @Test
    void theEraserTakesAwayWhatTheBrushPaints() {
        List<PlanePoint> line = List.of(new PlanePoint(10, 5), new PlanePoint(25, 9));
        Optional<Mask> drawn = new Stroke.Brush(SAGITTAL, line, 3, false).on(GRID, Optional.empty());
        Mask one = Bodies.mask(GRID, (x, y, z) -> x == 0 && y == 0 && z == 0);
        Optional<Mask> both = new Stroke.Brush(SAGITTAL, line, 3, false).on(GRID, Optional.of(one));
        assertThat(both.orElseThrow().voxelCount()).isEqualTo(drawn.orElseThrow().voxelCount() + 1);
        assertThat(Bodies.same(new Stroke.Brush(SAGITTAL, line, 3, true).on(GRID, both), Optional.of(one))).isTrue();
        assertThat(new Stroke.Brush(SAGITTAL, line, 3, true).on(GRID, drawn)).isEmpty();
        assertThat(new Stroke.Brush(SAGITTAL, line, 3, true).on(GRID, Optional.empty())).isEmpty();
    }

    @Test
    void aRectangleHoldsTheCentresInside() {
        Mask drawn = polygon(4.5, 2.5, 20.5, 2.5, 20.5, 9.5, 4.5, 9.5).on(GRID, Optional.empty()).orElseThrow();
        assertThat(drawn.box()).isEqualTo(new Box(7, 5, 3, 7, 20, 9));
        assertThat(drawn.voxelCount()).isEqualTo(16 * 7);
    }

    @Test
    void polygonsThatShareAnEdgeShareNoVoxel() {
        Mask left = polygon(2, 2, 12, 2, 20, 15, 2, 15).on(GRID, Optional.empty()).orElseThrow();
        Mask right = polygon(12, 2, 30, 2, 30, 15, 20, 15).on(GRID, Optional.empty()).orElseThrow();
        Mask whole = polygon(2, 2, 30, 2, 30, 15, 2, 15).on(GRID, Optional.empty()).orElseThrow();
        assertThat(left.voxelCount() + right.voxelCount()).isEqualTo(whole.voxelCount());
    }

    @Test
    void whatIsEnclosedTwiceIsOutside() {
        // a star of five corners: even–odd leaves its middle free
        Mask star = polygon(20, 2, 26, 18, 11, 8, 29, 8, 14, 18).on(GRID, Optional.empty()).orElseThrow();
        assertThat(star.at(7, 20, 10)).isFalse();
        assertThat(star.at(7, 20, 5)).isTrue();
    }

    @Test
    void whatLiesOutsideOfTheGridIsCutOff() {
        Mask corner = new Stroke.Brush(SAGITTAL, List.of(new PlanePoint(-2, -1)), 4, false)
                .on(GRID, Optional.empty())
                .orElseThrow();
        assertThat(corner.box().jMin()).isZero();
        assertThat(corner.box().kMin()).isZero();
        Stroke away = new Stroke.Brush(SAGITTAL, List.of(new PlanePoint(-1e6, 1e6)), 4, false);
        assertThat(away.on(GRID, Optional.empty())).isEmpty();
        Stroke beside = new Stroke.Brush(new SlicePlane(0, 30), List.of(new PlanePoint(5, 5)), 4, false);
        assertThat(Bodies.same(beside.on(GRID, Optional.of(corner)), Optional.of(corner))).isTrue();
    }

    @Test
    void theGridsPlaceAndDirectionDoNotMatter() {
        Grid turned = Bodies.obliqueAndFlipped(GRID);
        Stroke stroke = new Stroke.Brush(SAGITTAL, List.of(new PlanePoint(10, 5), new PlanePoint(21, 9)), 3, false);
        Mask there = stroke.on(turned, Optional.empty()).orElseThrow();
        assertThat(there.grid()).isEqualTo(turned);
        assertThat(Bodies.same(Optional.of(there), stroke.on(GRID, Optional.empty()))).isTrue();
    }

    @Test
    void nonsenseIsRefused() {
        PlanePoint point = new PlanePoint(1, 1);
        assertThatThrownBy(() -> new PlanePoint(Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Stroke.Brush(SAGITTAL, List.of(), 1, false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Stroke.Brush(SAGITTAL, List.of(point), Double.NaN, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Stroke.Polygon(SAGITTAL, List.of(point, point), false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SlicePlane(3, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Stroke polygon(double... corners) {
        PlanePoint[] points = new PlanePoint[corners.length / 2];
        for (int n = 0; n < points.length; n++) {
            points[n] = new PlanePoint(corners[2 * n], corners[2 * n + 1]);
        }
        return new Stroke.Polygon(SAGITTAL, List.of(points), false);
    }

    private static int nearest(double index) {
        return (int) Math.round(index);
    }
}
