package org.trabecula.radiomics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.trabecula.core.InputException;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Mat3;
import org.trabecula.image.PointMm;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.radiomics.settings.ParameterFile;
import org.trabecula.radiomics.settings.Preset;
import org.trabecula.radiomics.settings.Settings;

/// What must hold for any image and region.
class RadiomicsPropertyTest {
    private static final Size SIZE = new Size(16, 14, 12);
    private static final Settings ORIGINAL = Preset.ORIGINAL.settings();

    /// An uneven blob in a smooth image with noise; a function of the voxel's place, so that it can be turned and padded.
    private static int value(int i, int j, int k) {
        return (int) (200 * Math.sin(0.4 * i) * Math.cos(0.3 * j + 0.2 * k)) + Math.floorMod(i * 7919 + j * 104_729 + k * 1_299_709, 61);
    }

    private static boolean inside(int i, int j, int k) {
        return (i - 7.3) * (i - 7.3) / 30 + (j - 6.1) * (j - 6.1) / 22 + (k - 5.2) * (k - 5.2) / 12 <= 1 && (i + j + k) % 11 != 0;
    }

    private record Case(Volume volume, Mask mask) {
        FeatureRow extract(Settings settings) {
            return Radiomics.with(settings).extract(volume, mask);
        }
    }

    private static Case original(DoubleUnaryOperator change) {
        return padded(0, change);
    }

    /// With `pad` voxels of background on every side.
    private static Case padded(int pad, DoubleUnaryOperator change) {
        Size size = new Size(SIZE.i() + 2 * pad, SIZE.j() + 2 * pad, SIZE.k() + 2 * pad);
        Grid grid = Grid.axisAligned(size, new Spacing(0.8, 0.9, 1.5));
        short[] voxels = new short[Math.toIntExact(size.voxels())];
        boolean[] flags = new boolean[voxels.length];
        int at = 0;
        for (int k = -pad; k < SIZE.k() + pad; k++) {
            for (int j = -pad; j < SIZE.j() + pad; j++) {
                for (int i = -pad; i < SIZE.i() + pad; i++, at++) {
                    boolean in = i >= 0 && j >= 0 && k >= 0 && i < SIZE.i() && j < SIZE.j() && k < SIZE.k();
                    voxels[at] = (short) change.applyAsDouble(in ? value(i, j, k) : -1000);
                    flags[at] = in && inside(i, j, k);
                }
            }
        }
        return new Case(Volume.ofShorts(grid, voxels), Mask.of(grid, grid.wholeBox(), flags));
    }

    /// The same case with k running backwards and i and j exchanged.
    private static Case turned() {
        Size size = new Size(SIZE.j(), SIZE.i(), SIZE.k());
        Grid grid = new Grid(
                size, new Spacing(0.9, 0.8, 1.5), new PointMm(3, 2, 1), new Mat3(0, 1, 0, 1, 0, 0, 0, 0, -1));
        short[] voxels = new short[Math.toIntExact(size.voxels())];
        boolean[] flags = new boolean[voxels.length];
        int at = 0;
        for (int k = SIZE.k() - 1; k >= 0; k--) {
            for (int i = 0; i < SIZE.i(); i++) {
                for (int j = 0; j < SIZE.j(); j++, at++) {
                    voxels[at] = (short) value(i, j, k);
                    flags[at] = inside(i, j, k);
                }
            }
        }
        return new Case(Volume.ofShorts(grid, voxels), Mask.of(grid, grid.wholeBox(), flags));
    }

    private static void assertSame(FeatureRow a, FeatureRow b, Set<String> except) {
        assertThat(a.names()).isEqualTo(b.names());
        for (String name : a.names()) {
            if (except.stream().noneMatch(name::contains)) {
                // sums over the same terms in another order: some thousand roundings at most
                assertThat(a.value(name)).as(name).isCloseTo(b.value(name), within(1e-10 * Math.abs(b.value(name)) + 1e-10));
            }
        }
    }

    /// Row and column change places. Some mesh patterns can be cut in two ways and the table chooses one without regard to
    /// symmetry, so area and volume are left out.
    @Test
    void turningTheGridByRightAnglesChangesNothingButTheNamesOfRowAndColumn() {
        FeatureRow a = original(x -> x).extract(ORIGINAL);
        FeatureRow b = turned().extract(ORIGINAL);
        assertSame(a, b, Set.of("Maximum2DDiameter", "MeshVolume", "Surface", "Sphericity"));
        assertThat(b.value("original_shape_Maximum2DDiameterRow"))
                .isCloseTo(a.value("original_shape_Maximum2DDiameterColumn"), within(1e-12));
    }

    @Test
    void paddingWithBackgroundChangesNothingWithoutFilters() {
        assertSame(padded(5, x -> x).extract(ORIGINAL), original(x -> x).extract(ORIGINAL), Set.of());
    }

    /// Bins lie at multiples of the width, so a shift by a whole number of bins moves no voxel to another bin.
    @Test
    void addingWholeBinsMovesOnlyWhatDependsOnTheLevel() {
        FeatureRow a = original(x -> x).extract(ORIGINAL);
        FeatureRow b = original(x -> x + 100).extract(ORIGINAL);
        assertSame(a, b, Set.of("Percentile", "Energy", "Maximum", "Mean", "Median", "Minimum", "RootMeanSquared"));
        assertThat(b.value("original_firstorder_Mean")).isCloseTo(a.value("original_firstorder_Mean") + 100, within(1e-9));
        assertThat(b.value("original_shape_Maximum3DDiameter")).isEqualTo(a.value("original_shape_Maximum3DDiameter"));
    }

    @Test
    void numberOfThreadsChangesNoBit() {
        Case one = original(x -> x);
        Settings settings = Preset.PAPER1648.settings();
        double[] single = Radiomics.with(settings).extract(one.volume(), one.mask()).toArray();
        for (int jobs : List.of(2, 3, 8)) {
            assertThat(Radiomics.with(settings).jobs(jobs).extract(one.volume(), one.mask()).toArray()).isEqualTo(single);
        }
    }

    /// With resampling, only the spline's reach around the region is asked for.
    @Test
    void aVolumeThatHoldsTheNeededPartIsEnough() {
        Case wide = padded(70, x -> x);
        Box box = wide.mask().box();
        Box part = box.grown(64, 64, 64, wide.volume().grid().wholeBox());
        Volume held = new Volume(
                wide.volume().grid(), part, wide.volume().type(), new Volume.Voxels.OfDouble(wide.volume().toDoubles(part)));
        Settings settings = ParameterFile.parse("resampled", "setting: {resampledPixelSpacing: [1, 1, 1], padDistance: 5}");
        assertThat(part).isNotEqualTo(wide.volume().held());
        assertThat(Radiomics.with(settings).extract(held, wide.mask()).toArray())
                .isEqualTo(wide.extract(settings).toArray());
    }

    @Test
    void aVolumeThatLacksANeededPartIsRefused() {
        Case one = original(x -> x);
        Box part = one.mask().box();
        Volume held = new Volume(
                one.volume().grid(), part, one.volume().type(), new Volume.Voxels.OfDouble(one.volume().toDoubles(part)));
        assertThat(Radiomics.with(ORIGINAL).extract(held, one.mask()).toArray()).isEqualTo(one.extract(ORIGINAL).toArray());
        Settings filtered = ParameterFile.parse("log", "imageType: {LoG: {sigma: [1]}}");
        InputException refusal =
                catchThrowableOfType(InputException.class, () -> Radiomics.with(filtered).extract(held, one.mask()));
        assertThat(refusal.problems().getFirst().code()).isEqualTo(RadiomicsProblem.NOT_HELD);
    }

    @Test
    void valuesThatAreNotNumbersAreRefused() {
        Grid grid = Grid.axisAligned(new Size(4, 4, 4), Spacing.isotropic(1));
        float[] voxels = new float[64];
        voxels[21] = Float.NaN;
        boolean[] all = new boolean[64];
        java.util.Arrays.fill(all, true);
        Mask mask = Mask.of(grid, grid.wholeBox(), all);
        InputException refusal = catchThrowableOfType(
                InputException.class, () -> Radiomics.with(ORIGINAL).extract(Volume.ofFloats(grid, voxels), mask));
        assertThat(refusal.problems().getFirst().code()).isEqualTo(RadiomicsProblem.NOT_FINITE);
    }

    @Test
    void undefinedFeaturesSayWhy() {
        Grid grid = Grid.axisAligned(new Size(2, 1, 1), Spacing.isotropic(1));
        Mask mask = Mask.of(grid, grid.wholeBox(), new boolean[] {true, true});
        Settings settings = ParameterFile.parse("line", "featureClass: {firstorder: }\nsetting: {minimumROIDimensions: 1}");
        FeatureRow row = Radiomics.with(settings).extract(Volume.ofShorts(grid, new short[] {3, 90}), mask);
        assertThat(row.undefined()).singleElement().satisfies(p -> {
            assertThat(p.where()).isEqualTo("original_firstorder_RobustMeanAbsoluteDeviation");
            assertThat(p.found()).contains("percentile");
        });
    }
}
