package org.trabecula.image.resample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Mat3;
import org.trabecula.image.PointMm;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;

class ResamplerTest {
    private static final Grid SOURCE =
            new Grid(new Size(30, 26, 20), new Spacing(0.7, 0.8, 2.5), new PointMm(-12, 30, 5), Mat3.IDENTITY);

    private static Volume noise(Grid grid) {
        SplittableRandom random = new SplittableRandom(3);
        short[] voxels = new short[Math.toIntExact(grid.size().voxels())];
        for (int n = 0; n < voxels.length; n++) {
            voxels[n] = (short) random.nextInt(-1000, 2000);
        }
        return Volume.ofShorts(grid, voxels);
    }

    @ParameterizedTest
    @EnumSource
    void givesTheSameVoxelsOnTheSameGrid(Interpolator how) {
        Volume volume = noise(SOURCE);
        double[] same = Resampler.resample(volume, SOURCE, how).toDoubles();
        double[] original = volume.toDoubles();
        for (int n = 0; n < same.length; n++) {
            // indices and values are met within rounding, and truncation may then lose 1 HU: ITK does the same
            assertThat(Math.abs(same[n] - original[n])).isLessThanOrEqualTo(how == Interpolator.NEAREST ? 0 : 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void needsOnlyTheVoxelsInItsReach(Interpolator how) {
        Volume volume = noise(Grid.axisAligned(new Size(160, 12, 10), Spacing.isotropic(1)));
        Grid target = new Grid(new Size(9, 8, 7), Spacing.isotropic(0.9), new PointMm(70.3, 2.2, 1.1), Mat3.IDENTITY);
        Box reach = Resampler.reach(volume.grid(), target, how).orElseThrow();
        Volume part = new Volume(
                volume.grid(), reach, volume.type(), new Volume.Voxels.OfDouble(volume.toDoubles(reach)));
        assertThat(reach.size().i()).isLessThan(volume.grid().size().i());
        assertThat(Resampler.resample(part, target, how).toDoubles())
                .isEqualTo(Resampler.resample(volume, target, how).toDoubles());
    }

    /// A turn by 90° makes the grids axis-parallel but not alike, so the general path runs; a plain grid takes the fast one.
    @Test
    void doesNotDependOnHowTheWorldIsTurned() {
        Mat3 turned = new Mat3(0, -1, 0, 1, 0, 0, 0, 0, 1);
        Grid target = new Grid(new Size(20, 18, 30), Spacing.isotropic(1.1), new PointMm(-9, 33, 9), Mat3.IDENTITY);
        Grid turnedSource = new Grid(SOURCE.size(), SOURCE.spacing(), turn(SOURCE.originMm()), turned);
        Grid turnedTarget = new Grid(target.size(), target.spacing(), turn(target.originMm()), turned);
        assertThat(Resampler.resample(noise(turnedSource), turnedTarget, Interpolator.BSPLINE).toDoubles())
                .isEqualTo(Resampler.resample(noise(SOURCE), target, Interpolator.BSPLINE).toDoubles());
    }

    private static PointMm turn(PointMm p) {
        return new PointMm(-p.y(), p.x(), p.z());
    }

    @Test
    void fastAndGeneralSplineAgreeToTheBit() {
        Volume volume = noise(SOURCE);
        Grid target = new Grid(new Size(20, 18, 30), Spacing.isotropic(1.1), new PointMm(-9, 33, 9), Mat3.IDENTITY);
        IndexMap map = new IndexMap(target, SOURCE);
        assertThat(map.isSeparable()).isTrue();
        SplineWindow window = new SplineWindow(volume, SOURCE.wholeBox());
        double[] fast = new double[Math.toIntExact(target.size().voxels())];
        new SplineRows(window, map, target.size()).fill(fast);
        PointValue.Spline general = new PointValue.Spline(window);
        double[] u = map.along(0, target.size().i());
        double[] v = map.along(1, target.size().j());
        double[] w = map.along(2, target.size().k());
        int at = 0;
        for (double c : w) {
            for (double b : v) {
                for (double a : u) {
                    boolean inside = Resampler.inside(a, 30) && Resampler.inside(b, 26) && Resampler.inside(c, 20);
                    assertThat(fast[at++]).isEqualTo(inside ? general.at(a, b, c) : 0);
                }
            }
        }
    }

    @Test
    void pointsOutsideTheSourceBecomeZero() {
        Grid far = new Grid(new Size(3, 3, 3), Spacing.isotropic(1), new PointMm(500, 500, 500), Mat3.IDENTITY);
        assertThat(Resampler.reach(SOURCE, far, Interpolator.LINEAR)).isEmpty();
        assertThat(Resampler.resample(noise(SOURCE), far, Interpolator.LINEAR).toDoubles()).containsOnly(0.0);
    }

    @Test
    void maskKeepsItsVoxelsOnItsOwnGridAndVanishesBetweenCoarseVoxels() {
        boolean[] flags = {true, false, true, true};
        Mask mask = Mask.of(SOURCE, new Box(4, 5, 6, 5, 6, 6), flags);
        assertThat(MaskResampler.nearest(mask, SOURCE)).get().satisfies(same -> {
            assertThat(same.box()).isEqualTo(mask.box());
            assertThat(same.toFlags()).isEqualTo(flags);
        });
        Grid coarse = new Grid(new Size(3, 3, 3), Spacing.isotropic(10), SOURCE.originMm(), Mat3.IDENTITY);
        assertThat(MaskResampler.nearest(mask, coarse)).isEmpty();
    }
}
