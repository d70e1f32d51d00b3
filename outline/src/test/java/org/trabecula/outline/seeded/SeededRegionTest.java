package org.trabecula.outline.seeded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.core.InputException;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.outline.Bodies;

class SeededRegionTest {
    private static final Grid GRID = Grid.axisAligned(new Size(50, 40, 20), new Spacing(0.8, 1, 2));
    private static final Box WHOLE = GRID.wholeBox();
    private static final Mask BALL = Bodies.mask(GRID, (x, y, z) -> fromCentre(x, y, z) <= 12);
    private static final Mask CENTRE = Bodies.mask(GRID, (x, y, z) -> fromCentre(x, y, z) <= 3);
    private static final Volume CT = ct(GRID, (x, y, z) -> fromCentre(x, y, z) <= 12);

    @Test
    void aBrightBallIsFoundFromItsCentre() {
        Mask found = SeededRegion.grow(CT, WHOLE, CENTRE, Optional.empty()).orElseThrow();
        assertOnTheSurface(found);
    }

    @Test
    void theSameSeedsGiveTheSameVoxels() {
        Mask first = SeededRegion.grow(noisy(), WHOLE, CENTRE, Optional.empty()).orElseThrow();
        Mask again = SeededRegion.grow(noisy(), WHOLE, CENTRE, Optional.empty()).orElseThrow();
        assertThat(Bodies.same(first, again)).isTrue();
    }

    /// Noise of 40 HU, smoothed to some 20, on an edge of 300: what is lost lies in the surface's own voxels, a third of the ball.
    @Test
    void noiseMovesNoMoreThanTheSurface() {
        Mask found = SeededRegion.grow(noisy(), WHOLE, CENTRE, Optional.empty()).orElseThrow();
        for (int k = 0; k < 20; k++) {
            for (int j = 0; j < 40; j++) {
                for (int i = 0; i < 50; i++) {
                    double away = fromCentre(i * 0.8, j, k * 2) - 12;
                    if (Math.abs(away) > 2) { // the longest edge of a voxel
                        assertThat(found.at(i, j, k)).isEqualTo(away < 0);
                    }
                }
            }
        }
    }

    @Test
    void anOutsideSeedTakesItsBallOfTwoThatTouch() {
        Bodies.Inside two = (x, y, z) -> ball(x, y, z, 11, 8.5) || ball(x, y, z, 27, 8.5);
        Mask inside = Bodies.mask(GRID, (x, y, z) -> Math.abs(x - 11.2) < 0.1 && y == 20 && z == 20);
        Mask outside = Bodies.mask(GRID, (x, y, z) -> Math.abs(x - 27.2) < 0.1 && y == 20 && z == 20);
        Mask found = SeededRegion.grow(ct(GRID, two), WHOLE, inside, Optional.of(outside)).orElseThrow();
        for (int k = 0; k < 20; k++) {
            for (int j = 0; j < 40; j++) {
                for (int i = 0; i < 50; i++) {
                    double x = i * 0.8;
                    // the balls meet in a neck of 5.7 mm, where either may win, and their surfaces are blurred
                    if (Math.abs(x - 19) > 3 && (ball(x, j, k * 2, 11, 7.3) || ball(x, j, k * 2, 27, 7.3))) {
                        assertThat(found.at(i, j, k)).isEqualTo(x < 19);
                    }
                }
            }
        }
    }

    @Test
    void outsideHoldsWhereSeedsContradict() {
        Optional<Mask> found = SeededRegion.grow(CT, WHOLE, CENTRE, Optional.of(CENTRE));
        assertThat(found).isEmpty();
    }

    @Test
    void withoutAnInsideSeedInTheBoxNothingGrows() {
        assertThat(SeededRegion.grow(CT, new Box(0, 0, 0, 5, 5, 5), CENTRE, Optional.empty())).isEmpty();
    }

    @Test
    void aSingleVoxelBoxIsItsSeed() {
        Box one = new Box(25, 20, 10, 25, 20, 10);
        Mask found = SeededRegion.grow(CT, one, CENTRE, Optional.empty()).orElseThrow();
        assertThat(found.box()).isEqualTo(one);
    }

    @Test
    void anOutlineThatLiesBesideTheEdgeIsBroughtToIt() {
        Mask generous = Bodies.mask(GRID, (x, y, z) -> fromCentre(x, y, z) <= 14);
        Mask scant = Bodies.mask(GRID, (x, y, z) -> fromCentre(x, y, z) <= 10);
        for (Mask current : new Mask[] {generous, scant, BALL}) {
            Mask refined = SeededRegion.refine(CT, WHOLE, current, Optional.empty(), Optional.empty(), 4).orElseThrow();
            assertOnTheSurface(refined);
        }
    }

    /// Half of the ball is missing, far more than the band: without a seed there the outline stays short, with one it is whole.
    @Test
    void aSeedFreesItsSurroundings() {
        Mask half = Bodies.mask(GRID, (x, y, z) -> fromCentre(x, y, z) <= 12 && x < 20);
        Mask missing = Bodies.mask(GRID, (x, y, z) -> Math.abs(x - 28) < 0.1 && y == 20 && z == 20);
        Mask without = SeededRegion.refine(CT, WHOLE, half, Optional.empty(), Optional.empty(), 3).orElseThrow();
        Mask with = SeededRegion.refine(CT, WHOLE, half, Optional.of(missing), Optional.empty(), 8).orElseThrow();
        assertThat(without.box().iMax()).isLessThan(BALL.box().iMax());
        assertOnTheSurface(with);
    }

    @Test
    void whatLiesOutsideOfTheBoxStays() {
        Mask generous = Bodies.mask(GRID, (x, y, z) -> fromCentre(x, y, z) <= 14);
        Box left = new Box(0, 0, 0, 24, 39, 19);
        Mask refined = SeededRegion.refine(CT, left, generous, Optional.empty(), Optional.empty(), 4).orElseThrow();
        for (int k = 0; k < 20; k++) {
            for (int j = 0; j < 40; j++) {
                for (int i = 25; i < 50; i++) {
                    assertThat(refined.at(i, j, k)).isEqualTo(generous.at(i, j, k));
                }
            }
        }
        assertThat(generous.box().iMin()).isLessThan(BALL.box().iMin());
        assertThat(refined.box().iMin()).isEqualTo(BALL.box().iMin());
    }

    @Test
    void theGridsPlaceAndDirectionDoNotMatter() {
        Grid turned = Bodies.obliqueAndFlipped(GRID);
        Volume there = ct(turned, (x, y, z) -> fromCentre(x, y, z) <= 12);
        Mask found = SeededRegion.grow(there, WHOLE, CENTRE.onGrid(turned), Optional.empty()).orElseThrow();
        assertThat(found.grid()).isEqualTo(turned);
        assertThat(Bodies.same(found, SeededRegion.grow(CT, WHOLE, CENTRE, Optional.empty()).orElseThrow())).isTrue();
    }

    @Test
    void aBoxThatNoVertebraFillsIsRefused() {
        Grid large = Grid.axisAligned(new Size(300, 300, 200), Spacing.isotropic(1));
        Volume held = new Volume(
                large, new Box(0, 0, 0, 0, 0, 0), CT.type(), new Volume.Voxels.OfFloat(new float[1]));
        Mask seed = Mask.of(large, new Box(0, 0, 0, 0, 0, 0), new boolean[] {true});
        assertThatThrownBy(() -> SeededRegion.grow(held, large.wholeBox(), seed, Optional.empty()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("OUT-003");
    }

    /// Smoothing blurs an edge over the voxels that it passes through; no other may be wrong.
    private static void assertOnTheSurface(Mask found) {
        double halfDiagonal = 0.5 * Math.sqrt(0.8 * 0.8 + 1 + 2 * 2);
        for (int k = 0; k < 20; k++) {
            for (int j = 0; j < 40; j++) {
                for (int i = 0; i < 50; i++) {
                    double away = fromCentre(i * 0.8, j, k * 2) - 12;
                    if (Math.abs(away) > halfDiagonal) {
                        assertThat(found.at(i, j, k)).isEqualTo(away < 0);
                    }
                }
            }
        }
    }

    private static double fromCentre(double x, double y, double z) {
        return Math.sqrt((x - 20) * (x - 20) + (y - 20) * (y - 20) + (z - 20) * (z - 20));
    }

    private static boolean ball(double x, double y, double z, double middle, double radius) {
        return Math.sqrt((x - middle) * (x - middle) + (y - 20) * (y - 20) + (z - 20) * (z - 20)) <= radius;
    }

    /// 300 HU inside, 0 outside.
    private static Volume ct(Grid grid, Bodies.Inside bright) {
        boolean[] inside = Bodies.mask(grid, bright).toFlags(grid.wholeBox());
        float[] hu = new float[inside.length];
        for (int at = 0; at < hu.length; at++) {
            hu[at] = inside[at] ? 300 : 0;
        }
        return Volume.ofFloats(grid, hu);
    }

    private static Volume noisy() {
        SplittableRandom random = new SplittableRandom(6);
        double[] hu = CT.toDoubles();
        for (int at = 0; at < hu.length; at++) {
            hu[at] += 40 * random.nextGaussian();
        }
        return Volume.ofDoubles(GRID, hu);
    }
}
