package org.trabecula.radiomics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.core.InputException;
import org.trabecula.core.ProblemCode;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.radiomics.ibsi.IbsiDiscretisation;
import org.trabecula.radiomics.ibsi.IbsiFamily;
import org.trabecula.radiomics.ibsi.IbsiProfile;
import org.trabecula.radiomics.ibsi.IbsiResegmentation;
import org.trabecula.radiomics.ibsi.IbsiSettings;
import org.trabecula.radiomics.ibsi.IbsiValue;
import org.trabecula.radiomics.ibsi.IvhIntensities;
import org.trabecula.radiomics.parameters.ParameterFile;
import org.trabecula.radiomics.parameters.Preset;
import org.trabecula.radiomics.problem.RegionProblem;
import org.trabecula.radiomics.settings.Aggregation;
import org.trabecula.radiomics.settings.Settings;

/// Regions and images at the edge of the definitions, in both profiles: a coded refusal, or NaN with a reason, in bounded time.
/// Flat, one slice, cut by the border and in two parts are among the reference cases.
class DegenerateCaseTest {
    /// Some seconds on one slow core; without a bound on the matrices it would be hours and gigabytes.
    private static final Duration BOUND = Duration.ofSeconds(60);

    private static final Grid GRID = Grid.axisAligned(new Size(40, 40, 25), Spacing.isotropic(1));

    private static Volume floats(IntToDoubleFunction valueAt) {
        float[] voxels = new float[Math.toIntExact(GRID.size().voxels())];
        for (int v = 0; v < voxels.length; v++) {
            voxels[v] = (float) valueAt.applyAsDouble(v);
        }
        return Volume.ofFloats(GRID, voxels);
    }

    private static Mask everything() {
        boolean[] flags = new boolean[Math.toIntExact(GRID.size().voxels())];
        Arrays.fill(flags, true);
        return Mask.of(GRID, GRID.wholeBox(), flags);
    }

    /// The voxels of rows 12 … 27 in slices 8 … 15, away from the faces.
    private static Mask inner() {
        boolean[] flags = new boolean[Math.toIntExact(GRID.size().voxels())];
        for (int v = 0; v < flags.length; v++) {
            int i = v % 40;
            int j = v / 40 % 40;
            int k = v / 1600;
            flags[v] = i >= 12 && i < 28 && j >= 12 && j < 28 && k >= 8 && k < 16;
        }
        return Mask.of(GRID, GRID.wholeBox(), flags);
    }

    private static Mask oneVoxel() {
        boolean[] flags = new boolean[Math.toIntExact(GRID.size().voxels())];
        flags[20 + 40 * 20 + 1600 * 12] = true;
        return Mask.of(GRID, GRID.wholeBox(), flags);
    }

    private static double smooth(int v) {
        return 100 * Math.sin(0.2 * (v % 40)) + 80 * Math.cos(0.3 * (v / 40 % 40)) + 5 * (v / 1600);
    }

    private static List<IbsiValue> ibsi(Volume image, Mask mask, IbsiDiscretisation levels) {
        IbsiSettings settings = new IbsiSettings(
                Optional.empty(),
                false,
                new IbsiResegmentation(Optional.empty(), OptionalDouble.empty()),
                Optional.empty(),
                levels,
                new IvhIntensities.FixedBinNumber(1000),
                EnumSet.of(Aggregation.VOLUME_AVERAGED, Aggregation.VOLUME_MERGED, Aggregation.VOLUME));
        EnumSet<IbsiFamily> families = EnumSet.allOf(IbsiFamily.class);
        families.remove(IbsiFamily.MORPHOLOGY); // all pairs of 40,000 voxels are IbsiProfile's own subject
        return IbsiProfile.extract(image, mask, settings, families, 1);
    }

    private static ProblemCode refusal(Volume image, Mask mask, Settings settings) {
        InputException refusal =
                catchThrowableOfType(InputException.class, () -> Radiomics.with(settings).extract(image, mask));
        assertThat(refusal).isNotNull();
        return refusal.problems().getFirst().code();
    }

    @Test
    void oneVoxelIsRefusedOrUndefinedWithAReason() {
        Volume image = floats(DegenerateCaseTest::smooth);
        assertThat(refusal(image, oneVoxel(), Preset.ORIGINAL.settings())).isEqualTo(RegionProblem.ONE_VOXEL);
        List<IbsiValue> values = ibsi(image, oneVoxel(), new IbsiDiscretisation.FixedBinNumber(32));
        assertThat(values).isNotEmpty().allMatch(v -> Double.isNaN(v.value()) == v.whyUndefined().isPresent());
        assertThat(values).filteredOn(v -> v.feature().family() == IbsiFamily.GLCM)
                .allMatch(v -> v.whyUndefined().isPresent());
    }

    /// 40,000 voxels with 10,000 levels, no two neighbours alike.
    @Test
    void tenThousandLevelsTakeBoundedTime() {
        Volume image = floats(v -> v * 7919L % 10_000);
        FeatureRow row = Assertions.assertTimeoutPreemptively(
                BOUND,
                () -> Radiomics.with(ParameterFile.parse("fine", "setting: {binWidth: 1}")).extract(image, everything()));
        assertThat(row.value("original_glcm_JointEntropy")).isFinite().isPositive();
        assertThat(row.value("original_glszm_ZonePercentage")).isEqualTo(1);
        List<IbsiValue> values = Assertions.assertTimeoutPreemptively(
                BOUND, () -> ibsi(image, everything(), new IbsiDiscretisation.FixedBinSize(0, 1)));
        assertThat(values).allMatch(v -> Double.isFinite(v.value()) || v.whyUndefined().isPresent());
        assertThat(values).filteredOn(v -> v.feature().family() == IbsiFamily.GLCM).allMatch(v -> Double.isFinite(v.value()));
    }

    @Test
    void moreLevelsThanCanBeHeldAreRefusedOrUndefinedWithAReason() {
        Volume image = floats(DegenerateCaseTest::smooth);
        assertThat(refusal(image, everything(), ParameterFile.parse("dust", "setting: {binWidth: 1e-9}")))
                .isEqualTo(RegionProblem.TOO_MANY_LEVELS);
        List<IbsiValue> values = ibsi(image, inner(), new IbsiDiscretisation.FixedBinSize(-1000, 1e-9));
        assertThat(values).filteredOn(v -> v.feature().family() == IbsiFamily.GLCM)
                .allMatch(v -> v.whyUndefined().orElse("").contains("grey level"));
        assertThat(values).filteredOn(v -> v.feature().family() == IbsiFamily.STATISTICS).allMatch(v -> Double.isFinite(v.value()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aVoxelOfTheRegionThatIsNoFiniteNumberIsRefusedOrUndefinedWithAReason(double value) {
        Volume image = floats(v -> v == 20 + 40 * 20 + 1600 * 12 ? value : smooth(v));
        assertThat(refusal(image, inner(), Preset.ORIGINAL.settings())).isEqualTo(RegionProblem.NOT_FINITE);
        assertThat(ibsi(image, inner(), new IbsiDiscretisation.FixedBinNumber(32)))
                .allMatch(v -> v.whyUndefined().isPresent() || v.feature().family() == IbsiFamily.LOCAL_INTENSITY);
    }

    /// Outside the region it is no matter to features; a filter that spreads it into the region is refused by name.
    @ParameterizedTest
    @ValueSource(strings = {"Original", "Wavelet", "LoG: {sigma: [1.0]}", "Square", "SquareRoot", "Logarithm", "Exponential", "Gradient", "LBP2D", "LBP3D"})
    void aVoxelOutsideTheRegionThatIsNoNumberIsNoMatterOrRefused(String imageType) {
        Settings settings = ParameterFile.parse(
                imageType, "imageType: {" + (imageType.contains(":") ? imageType : imageType + ": ") + "}");
        Volume clean = floats(DegenerateCaseTest::smooth);
        Volume spoilt = floats(v -> v == 0 ? Double.NaN : smooth(v));
        try {
            FeatureRow row = Radiomics.with(settings).extract(spoilt, inner());
            assertThat(row.toArray()).isEqualTo(Radiomics.with(settings).extract(clean, inner()).toArray());
        } catch (InputException refusal) {
            assertThat(refusal.problems()).singleElement().satisfies(p -> assertThat(p.code()).isEqualTo(RegionProblem.NOT_FINITE));
        }
    }

    /// An image of zeros has no largest value to scale by.
    @Test
    void anImageOfZerosIsRefusedWhereAFilterDividesByZero() {
        Volume zeros = floats(_ -> 0);
        assertThat(refusal(zeros, inner(), ParameterFile.parse("log", "imageType: {Logarithm: }")))
                .isEqualTo(RegionProblem.NOT_FINITE);
        FeatureRow row = Radiomics.with(Preset.ORIGINAL.settings()).extract(zeros, inner());
        assertThat(row.value("original_firstorder_Mean")).isZero();
        assertThat(row.value("original_ngtdm_Coarseness")).isEqualTo(1e6);
    }
}
