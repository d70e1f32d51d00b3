package org.trabecula.radiomics.ibsi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.PointMm;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;

final class ResamplerTest {
    @Test
    void gridsShareTheirCentreAndTheExtentIsRoundedUp() {
        Grid old = TestRegion.grid(204, 201, 60, new Spacing(0.977f, 0.977f, 3));
        Grid ours = new CentredGrid(old, new Spacing(2, 2, 2)).grid();
        assertThat(ours.size().i()).isEqualTo(100);
        assertThat(ours.size().j()).isEqualTo(99);
        assertThat(ours.size().k()).isEqualTo(90);
        PointMm oldCentre = old.toWorld(101.5, 100, 29.5);
        PointMm newCentre = ours.toWorld(49.5, 49, 44.5);
        assertThat(newCentre.distanceMm(oldCentre)).isLessThan(1e-9); // a few roundings of 100 mm
    }

    @Test
    void anExtentThatIsWholeButForFloatRoundingGetsNoExtraVoxel() {
        Grid old = TestRegion.grid(10, 10, 10, new Spacing(0.3f, 0.6f, 0.1f));
        Grid ours = new CentredGrid(old, new Spacing(1, 1, 1)).grid();
        assertThat(ours.size().i()).isEqualTo(3);
        assertThat(ours.size().j()).isEqualTo(6);
        assertThat(ours.size().k()).isEqualTo(1);
    }

    /// A cubic spline passes through its samples: the same spacing changes nothing but the last bits of values of 100 (1e-11 is
    /// some hundred of their ulps, for three recursive filters).
    @Test
    void sameSpacingGivesTheSameImage() {
        Grid grid = TestRegion.grid(7, 6, 5, new Spacing(1, 2, 3));
        Volume image = TestRegion.noise(grid, 3);
        for (Interpolation interpolation : Interpolation.values()) {
            IbsiResampler resampler = new IbsiResampler(new CentredGrid(grid, grid.spacing()), 1);
            Volume same = resampler.image(image, grid.wholeBox(), interpolation);
            assertThat(same.toDoubles()).containsExactly(image.toDoubles(), within(1e-11));
        }
    }

    /// In the middle of a long line, far from its ends, a cubic spline reproduces cubics. The ends' mirror fades by 0.27 a voxel:
    /// 50 voxels away nothing is left of it; 1e-10 covers the roundings of coefficients up to 200.
    @Test
    void splineReproducesACubicInside() {
        Grid grid = TestRegion.grid(120, 1, 1, Spacing.isotropic(1));
        Volume cubic = TestRegion.volume(grid, (i, j, k) -> Math.pow((i - 60) / 10.0, 3));
        CentredGrid target = new CentredGrid(grid, new Spacing(0.37, 1, 1));
        Box whole = target.grid().wholeBox();
        Volume ours = new IbsiResampler(target, 1).image(cubic, whole, Interpolation.CUBIC_SPLINE);
        for (int m = 0; m < whole.size().i(); m++) {
            double x = target.oldPosition(0, m);
            if (x > 50 && x < 70) {
                assertThat(ours.at(m, 0, 0)).isCloseTo(Math.pow((x - 60) / 10, 3), within(1e-10));
            }
        }
    }

    /// What is computed for a part only must not show in the numbers: the prefilter's memory ends below the last bit
    /// of values of 100, and 1e-10 is a thousand of those.
    @Test
    void aPartEqualsTheSamePartOfTheWhole() {
        Grid grid = TestRegion.grid(90, 80, 10, new Spacing(0.977, 0.977, 3));
        Volume image = TestRegion.noise(grid, 11);
        CentredGrid target = new CentredGrid(grid, Spacing.isotropic(2));
        Box part = new Box(18, 15, 3, 24, 22, 9);
        for (Interpolation interpolation : Interpolation.values()) {
            IbsiResampler resampler = new IbsiResampler(target, 2);
            double[] whole = resampler.image(image, target.grid().wholeBox(), interpolation).toDoubles(part);
            Box source = target.sources(part, interpolation);
            Volume held = new Volume(
                    grid, source, image.type(), new Volume.Voxels.OfDouble(image.toDoubles(source)));
            double[] alone = resampler.image(held, part, interpolation).toDoubles();
            assertThat(alone).containsExactly(whole, within(1e-10));
        }
    }
}
