package org.trabecula.radiomics.ibsi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.radiomics.ibsi.filter.Boundary;
import org.trabecula.radiomics.ibsi.filter.Dimensions;
import org.trabecula.radiomics.ibsi.filter.LaplacianOfGaussian;

final class IbsiProfileTest {
    private static final Set<IbsiFamily> ALL = EnumSet.allOf(IbsiFamily.class);
    private static final Grid GRID = TestRegion.grid(40, 36, 14, new Spacing(0.977, 0.977, 3));

    private static Set<String> undefined(List<IbsiValue> values) {
        return values.stream()
                .filter(value -> Double.isNaN(value.value()))
                .map(IbsiValue::column)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource(value = IbsiConfiguration.class, names = {"A", "B", "C", "D", "E"})
    void valuesDoNotDependOnThreads(IbsiConfiguration configuration) {
        Volume image = TestRegion.noise(GRID, 1);
        Mask mask = TestRegion.blob(GRID);
        List<IbsiValue> one = IbsiProfile.extract(image, mask, configuration.settings(), ALL, 1);
        assertThat(IbsiProfile.extract(image, mask, configuration.settings(), ALL, 3)).isEqualTo(one);
        assertThat(undefined(one)).isEmpty();
        assertThat(one).extracting(IbsiValue::column).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(value = IbsiConfiguration.class, names = {"A", "B", "C", "D", "E"})
    void onlyTheNeededPartOfTheImageCounts(IbsiConfiguration configuration) {
        Grid grid = TestRegion.grid(150, 150, 60, new Spacing(0.977, 0.977, 3));
        Volume image = TestRegion.noise(grid, 2);
        Mask mask = TestRegion.mask(
                grid, (i, j, k) -> Math.hypot(Math.hypot(i - 75, j - 75), 3 * (k - 30)) < 12);
        Box needed = IbsiRegion.needed(grid, mask.box(), configuration.settings());
        Volume part = new Volume(grid, needed, image.type(), new Volume.Voxels.OfDouble(image.toDoubles(needed)));
        assertThat(needed.size().voxels()).isLessThan(image.held().size().voxels());
        assertThat(IbsiProfile.extract(part, mask, configuration.settings()))
                .isEqualTo(IbsiProfile.extract(image, mask, configuration.settings()));
    }

    @Test
    void aFilterNeedsItsReachAndNoMore() {
        Grid grid = TestRegion.grid(60, 60, 60, Spacing.isotropic(1));
        IbsiSettings settings = IbsiConfiguration.DIGITAL
                .settings()
                .withFilter(new LaplacianOfGaussian(1.5, 4, Dimensions.VOLUME_3D, Boundary.MIRROR));
        Mask mask = TestRegion.mask(grid, (i, j, k) -> i > 25 && i < 30 && j > 25 && j < 30 && k > 25 && k < 30);
        Box needed = IbsiRegion.needed(grid, mask.box(), settings);
        assertThat(needed).isEqualTo(new Box(14, 14, 14, 41, 41, 41)); // 6 for the sphere of 1 cm³, 6 for 4σ
        Volume image = TestRegion.noise(grid, 3);
        Volume part = new Volume(grid, needed, image.type(), new Volume.Voxels.OfDouble(image.toDoubles(needed)));
        assertThat(IbsiProfile.extract(part, mask, settings)).isEqualTo(IbsiProfile.extract(image, mask, settings));
    }

    @Test
    void oneVoxelHasAShapeButNoAxesPairsOrGradient() {
        Mask mask = TestRegion.mask(GRID, (i, j, k) -> i == 20 && j == 20 && k == 7);
        List<IbsiValue> values =
                IbsiProfile.extract(TestRegion.noise(GRID, 4), mask, IbsiConfiguration.A.settings());
        assertThat(undefined(values))
                .contains("ibsi_morph_TDIC", "ibsi_morph_N365", "ibsi_glcm_GYBY_BTW3")
                .doesNotContain("ibsi_morph_RNU0", "ibsi_morph_SWZ1", "ibsi_stat_Q4LE", "ibsi_glszm_5QRC_62GR");
        assertThat(values).allSatisfy(value ->
                assertThat(value.whyUndefined().isPresent()).isEqualTo(Double.isNaN(value.value())));
    }

    @Test
    void aFlatRegionHasNoVarianceAndSaysSo() {
        List<IbsiValue> values = IbsiProfile.extract(
                TestRegion.volume(GRID, (i, j, k) -> 50.0), TestRegion.blob(GRID), IbsiConfiguration.D.settings());
        assertThat(values).filteredOn(v -> v.feature() == IbsiFeature.STAT_VAR).first().extracting(IbsiValue::value).isEqualTo(0.0);
        assertThat(values).filteredOn(v -> v.feature() == IbsiFeature.STAT_SKEW).first().extracting(IbsiValue::value).isEqualTo(0.0);
        assertThat(values).filteredOn(v -> v.feature() == IbsiFeature.MORPH_MORAN_I).first()
                .extracting(IbsiValue::whyUndefined).isEqualTo(Optional.of("all intensities are equal"));
    }

    @Test
    void aRegionWithoutIntensitiesKeepsItsShape() {
        List<IbsiValue> values = IbsiProfile.extract(
                TestRegion.volume(GRID, (i, j, k) -> 2000.0), TestRegion.blob(GRID), IbsiConfiguration.A.settings());
        assertThat(undefined(values)).doesNotContain("ibsi_morph_RNU0", "ibsi_morph_L0JK").contains("ibsi_morph_KLMA");
        assertThat(values).filteredOn(v -> v.feature().family() != IbsiFamily.MORPHOLOGY)
                .hasSize(346 + 1 - 25) // all of A's, and the area under the volume histogram
                .allSatisfy(v -> assertThat(v.whyUndefined()).contains("no voxel is left in the intensity mask"));
    }

    @Test
    void aRegionLostInInterpolationIsUndefinedThroughout() {
        Grid fine = TestRegion.grid(20, 20, 20, Spacing.isotropic(0.2));
        Mask speck = TestRegion.mask(fine, (i, j, k) -> i == 3 && j == 3 && k == 3);
        List<IbsiValue> values =
                IbsiProfile.extract(TestRegion.noise(fine, 1), speck, IbsiConfiguration.C.settings());
        assertThat(values).isNotEmpty().allSatisfy(v ->
                assertThat(v.whyUndefined()).contains("interpolation leaves no voxel of the region"));
    }

    @Test
    void intensitiesThatAreNotNumbersGiveNoValuesButAShape() {
        Volume image = TestRegion.volume(GRID, (i, j, k) -> i == 18 && j == 18 && k == 7 ? Double.NaN : i + j + k);
        IbsiSettings plain = IbsiConfiguration.A.settings();
        IbsiSettings settings = new IbsiSettings(
                plain.resampling(), false, IbsiResegmentation.NONE, Optional.empty(),
                plain.discretisation(), plain.ivh(), plain.aggregations());
        List<IbsiValue> values = IbsiProfile.extract(image, TestRegion.blob(GRID), settings);
        assertThat(undefined(values)).contains("ibsi_stat_Q4LE", "ibsi_morph_99N0", "ibsi_morph_N365").doesNotContain("ibsi_morph_RNU0");
    }

    @Test
    void intensitiesBelowTheFirstBinHaveNoLevels() {
        IbsiSettings settings = new IbsiSettings(
                Optional.empty(), true, new IbsiResegmentation(Optional.empty(), OptionalDouble.empty()), Optional.empty(),
                new IbsiDiscretisation.FixedBinSize(0, 25), new IvhIntensities.WholeSteps(),
                IbsiConfiguration.C.settings().aggregations());
        List<IbsiValue> values = IbsiProfile.extract(TestRegion.noise(GRID, 4), TestRegion.blob(GRID), settings);
        assertThat(values).filteredOn(v -> v.feature() == IbsiFeature.IH_MEAN).first()
                .extracting(v -> v.whyUndefined().orElse("")).asString().contains("below the first grey level");
    }
}
