package org.trabecula.radiomics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.core.InputException;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.radiomics.parameters.ParameterFile;
import org.trabecula.radiomics.parameters.Preset;
import org.trabecula.radiomics.problem.RegionProblem;
import org.trabecula.radiomics.settings.Settings;

/// What the extractor needs of an image, and what it says of what it cannot compute.
class RadiomicsTest {
    /// With resampling, only the spline's reach around the region is asked for.
    @Test
    void aVolumeThatHoldsTheNeededPartIsEnough() {
        SyntheticCase wide = SyntheticCase.padded(70);
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
        SyntheticCase one = SyntheticCase.plain();
        Box part = one.mask().box();
        Volume held = new Volume(
                one.volume().grid(), part, one.volume().type(), new Volume.Voxels.OfDouble(one.volume().toDoubles(part)));
        assertThat(Radiomics.with(Preset.ORIGINAL.settings()).extract(held, one.mask()).toArray()).isEqualTo(one.extract(Preset.ORIGINAL.settings()).toArray());
        Settings filtered = ParameterFile.parse("log", "imageType: {LoG: {sigma: [1]}}");
        InputException refusal =
                catchThrowableOfType(InputException.class, () -> Radiomics.with(filtered).extract(held, one.mask()));
        assertThat(refusal.problems().getFirst().code()).isEqualTo(RegionProblem.NOT_HELD);
    }

    @Test
    void valuesThatAreNotNumbersAreRefused() {
        Grid grid = Grid.axisAligned(new Size(4, 4, 4), Spacing.isotropic(1));
        float[] voxels = new float[64];
        voxels[21] = Float.NaN;
        boolean[] all = new boolean[64];
        Arrays.fill(all, true);
        Mask mask = Mask.of(grid, grid.wholeBox(), all);
        InputException refusal = catchThrowableOfType(
                InputException.class, () -> Radiomics.with(Preset.ORIGINAL.settings()).extract(Volume.ofFloats(grid, voxels), mask));
        assertThat(refusal.problems().getFirst().code()).isEqualTo(RegionProblem.NOT_FINITE);
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

    @Test
    void deprecatedFeaturesAreRefusedWithTheReasonWhenNamed() {
        Settings settings = ParameterFile.parse("named", "featureClass: {glcm: [Homogeneity1, Id], gldm: [DependencePercentage]}");
        FeatureRow row = SyntheticCase.plain().extract(settings);
        assertThat(row.names()).containsExactly("original_glcm_Id");
        assertThat(row.notes())
                .containsExactly(
                        "glcm_Homogeneity1 is refused: PyRadiomics deprecated it and gives no value; equal to Id",
                        "gldm_DependencePercentage is refused: PyRadiomics deprecated it and gives no value; always 1: every voxel "
                                + "has a dependence");
    }

    /// PyRadiomics computes nothing for it and says nothing.
    @ParameterizedTest
    @ValueSource(strings = {"LoG: {}", "LoG:", "LoG: {sigma: }", "LoG: {sigma: []}", "LoG: {binWidth: 5}"})
    void laplacianOfGaussianWithoutSigmaIsSaid(String type) {
        String file = "imageType:\n  Original: {}\n  " + type + "\nfeatureClass: {firstorder: [Mean]}\n";
        FeatureRow row = SyntheticCase.plain().extract(ParameterFile.parse("log", file));
        assertThat(row.names()).containsExactly("original_firstorder_Mean");
        assertThat(row.notes()).singleElement().asString().contains("LoG is left out").contains("sigma");
    }

    @Test
    void generalSigmaServesLaplacianOfGaussian() {
        String file = "imageType: {LoG: {}}\nfeatureClass: {firstorder: [Mean]}\nsetting: {sigma: [2]}\n";
        FeatureRow row = SyntheticCase.plain().extract(ParameterFile.parse("log", file));
        assertThat(row.names()).containsExactly("log-sigma-2-mm-3D_firstorder_Mean");
        assertThat(row.notes()).isEmpty();
    }

    @Test
    void diagnosticsAreLeftOutWhenTheFileSaysSo() {
        String off = "featureClass: {shape: [VoxelVolume]}\nsetting: {additionalInfo: false}";
        assertThat(SyntheticCase.plain().extract(ParameterFile.parse("off", off)).diagnostics()).isEmpty();
        assertThat(SyntheticCase.plain().extract(ParameterFile.parse("on", off.replace("false", "true"))).diagnostics())
                .containsKey("diagnostics_Mask-original_VoxelNum");
    }
}
