package org.trabecula.radiomics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.core.InputException;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.PointMm;
import org.trabecula.radiomics.parameters.ParameterFile;
import org.trabecula.radiomics.problem.RegionProblem;
import org.trabecula.radiomics.settings.Settings;

/// Settings that no stored case of PyRadiomics uses, or not in this combination, held to their definition by what they must
/// have in common with settings that are stored.
class SettingsDefinitionTest {
    private static final String TEXTURE = "featureClass: {firstorder: , glcm: , glrlm: , glszm: , gldm: , ngtdm: }\n";

    private static Settings parse(String imageTypes, String setting) {
        return ParameterFile.parse("settings", "imageType: {" + imageTypes + "}\n" + TEXTURE + "setting: {" + setting + "}\n");
    }

    /// The same terms summed in another order: some thousand roundings of a double, far below 1e-9.
    private static void assertSame(FeatureRow a, FeatureRow b) {
        assertThat(a.size()).isEqualTo(b.size());
        for (int n = 0; n < a.size(); n++) {
            assertThat(a.value(n)).as(a.names().get(n)).isCloseTo(b.value(n), within(1e-9 * Math.max(1, Math.abs(b.value(n)))));
        }
    }

    /// Slices across y or x of a scan are slices across z of the scan with its axes exchanged. Axes are exchanged such that
    /// those within the slice keep their order, since sub-bands and patterns are named by it.
    @ParameterizedTest
    @CsvSource({"1, Original: , 0, 2, 1", "1, Wavelet: , 0, 2, 1", "2, Original: , 1, 2, 0", "2, Wavelet: , 1, 2, 0"})
    void slicesAcrossAnyAxis(int dimension, String imageType, int i, int j, int k) {
        FeatureRow across = SyntheticCase.plain().extract(parse(imageType, "force2D: true, force2Ddimension: " + dimension));
        FeatureRow turned = SyntheticCase.turned(i, j, k).extract(parse(imageType, "force2D: true"));
        assertThat(across.names()).isEqualTo(turned.names());
        assertSame(across, turned);
    }

    /// scikit-image takes rows and columns as NumPy has them: z and x across y; y and z across x, where PyRadiomics swaps
    /// the axes.
    @ParameterizedTest
    @CsvSource({"1, 0, 2, 1", "2, 2, 1, 0"})
    void patternsInSlicesAcrossAnyAxis(int dimension, int i, int j, int k) {
        for (String method : List.of("default", "ror", "uniform", "var")) {
            String pattern = "LBP2D: {binWidth: 1, lbp2DMethod: " + method + ", lbp2DRadius: 1.5, lbp2DSamples: 6";
            FeatureRow across = SyntheticCase.plain().extract(parse(pattern + ", force2Ddimension: " + dimension + "}", ""));
            assertSame(across, SyntheticCase.turned(i, j, k).extract(parse(pattern + "}", "")));
        }
    }

    /// The second level is the first level of the silent first's approximation, whose names begin again.
    @ParameterizedTest
    @ValueSource(strings = {"db4", "bior2.2", "sym5", "rbio3.1", "haar", "dmey"})
    void waveletLevelsBuildOnTheApproximation(String wavelet) {
        String settings = "Wavelet: {wavelet: " + wavelet + ", level: ";
        FeatureRow two = SyntheticCase.plain().extract(parse(settings + "2}", ""));
        FeatureRow one = SyntheticCase.plain().extract(parse(settings + "1}", ""));
        FeatureRow silent = SyntheticCase.plain().extract(parse(settings + "1, start_level: 1}", ""));
        assertThat(two.names()).contains("wavelet-LLH_glcm_Contrast", "wavelet2-HHH_glcm_Contrast", "wavelet2-LLL_glcm_Contrast")
                .doesNotContain("wavelet-LLL_glcm_Contrast");
        assertThat(two.value("wavelet-LLH_glcm_Contrast")).isEqualTo(one.value("wavelet-LLH_glcm_Contrast"));
        assertThat(silent.names()).isEqualTo(one.names());
        for (String band : List.of("LLH", "HHL", "HHH", "LLL")) {
            assertThat(silent.value("wavelet-" + band + "_firstorder_Energy"))
                    .isEqualTo(two.value("wavelet2-" + band + "_firstorder_Energy"));
        }
    }

    /// A scale of which ⌈sigma / spacing⌉ + 1 voxels do not fit is left out with a note; one far below the spacing is served.
    @Test
    void scalesThatFitNoAxisAreLeftOutAndSaidSo() {
        FeatureRow row = SyntheticCase.plain().extract(parse("LoG: {sigma: [0.1, 2, 12.8, 14.4]}", ""));
        assertThat(row.names()).contains("log-sigma-0-1-mm-3D_glcm_Id", "log-sigma-2-mm-3D_glcm_Id", "log-sigma-12-8-mm-3D_glcm_Id")
                .doesNotContain("log-sigma-14-4-mm-3D_glcm_Id"); // 14.4 / 0.8 + 1 = 19 of 18 voxels along i
        assertThat(row.notes()).singleElement().asString().startsWith("log-sigma-14-4-mm-3D is left out");
        assertThat(row.toArray()).doesNotContain(Double.NaN);
    }

    /// One threshold keeps what lies above it; two keep what lies between, in whatever order they stand.
    @Test
    void resegmentationTakesOneThresholdOrTwo() {
        String sigma = ", resegmentMode: sigma";
        FeatureRow above = SyntheticCase.plain().extract(parse("Original: ", "resegmentRange: [-1]" + sigma));
        FeatureRow between = SyntheticCase.plain().extract(parse("Original: ", "resegmentRange: [-1, 100]" + sigma));
        FeatureRow turned = SyntheticCase.plain().extract(parse("Original: ", "resegmentRange: [100, -1]" + sigma));
        assertThat(above.toArray()).isEqualTo(between.toArray()).isEqualTo(turned.toArray());
        FeatureRow all = SyntheticCase.plain().extract(parse("Original: ", ""));
        double least = all.value("original_firstorder_Mean") - Math.sqrt(all.value("original_firstorder_Variance"));
        assertThat(above.value("original_firstorder_Minimum")).isGreaterThanOrEqualTo(least).isLessThan(least + 20);
    }

    /// Distances name shells: 1 and 2 together count the neighbours of both.
    @Test
    void distancesCountShells() {
        FeatureRow first = SyntheticCase.plain().extract(parse("Original: ", "gldm_a: 100000"));
        FeatureRow both = SyntheticCase.plain().extract(parse("Original: ", "distances: [1, 2], gldm_a: 100000"));
        // with every neighbour dependent, the largest dependence is 27 voxels for the first shell and 125 for both
        assertThat(first.value("original_gldm_LargeDependenceEmphasis")).isLessThanOrEqualTo(27 * 27);
        assertThat(both.value("original_gldm_LargeDependenceEmphasis")).isBetween(27.0 * 27, 125.0 * 125);
        assertThat(both.value("original_glrlm_RunPercentage")).isEqualTo(first.value("original_glrlm_RunPercentage"));
    }

    /// A distance that no axis of the region's box allows ends the case, as in PyRadiomics.
    @Test
    void distancesBeyondTheRegionAreRefused() {
        InputException refusal = catchThrowableOfType(
                InputException.class, () -> SyntheticCase.plain().extract(parse("Original: ", "distances: [30]")));
        assertThat(refusal.problems()).singleElement().satisfies(p -> assertThat(p.code()).isEqualTo(RegionProblem.NO_NEIGHBOURS));
    }

    /// 0 stands for the mask's own spacing: resampling to nothing but zeros leaves the image as it is.
    @Test
    void zeroSpacingKeepsAnAxis() {
        FeatureRow plain = SyntheticCase.plain().extract(parse("Original: ", ""));
        FeatureRow kept = SyntheticCase.plain().extract(parse("Original: ", "resampledPixelSpacing: [0, 0, 0]"));
        FeatureRow same = SyntheticCase.plain().extract(parse("Original: ", "resampledPixelSpacing: [0.8, 0.9, 0]"));
        assertThat(kept.toArray()).isEqualTo(plain.toArray()).isEqualTo(same.toArray());
    }

    @Test
    void theToleranceOfGeometryIsTheFilesOwn() {
        SyntheticCase plain = SyntheticCase.plain();
        Grid grid = plain.volume().grid();
        PointMm near = new PointMm(grid.originMm().x() + 0.008, grid.originMm().y(), grid.originMm().z());
        Grid moved = new Grid(grid.size(), grid.spacing(), near, grid.direction());
        Mask mask = Mask.of(moved, moved.wholeBox(), plain.mask().toFlags(grid.wholeBox()));
        SyntheticCase off = new SyntheticCase(plain.volume(), mask);
        InputException refusal = catchThrowableOfType(InputException.class, () -> off.extract(parse("Original: ", "")));
        assertThat(refusal.problems().getFirst().code()).isEqualTo(RegionProblem.GEOMETRY_MISMATCH);
        // 0.011 of the spacing of 0.8 mm along x
        assertThat(off.extract(parse("Original: ", "geometryTolerance: 0.011")).toArray())
                .isEqualTo(plain.extract(parse("Original: ", "")).toArray());
        assertThat(off.extract(parse("Original: ", "correctMask: true")).toArray())
                .isEqualTo(plain.extract(parse("Original: ", "")).toArray());
    }

    /// The number of voxels must exceed minimumROISize.
    @Test
    void regionsOfTheMinimumSizeAreRefused() {
        int voxels = SyntheticCase.plain().mask().voxelCount();
        assertThat(SyntheticCase.plain().extract(parse("Original: ", "minimumROISize: " + (voxels - 1))).size()).isPositive();
        InputException refusal = catchThrowableOfType(
                InputException.class,
                () -> SyntheticCase.plain().extract(parse("Original: ", "minimumROISize: " + voxels)));
        assertThat(refusal.problems().getFirst().code()).isEqualTo(RegionProblem.TOO_FEW_VOXELS);
    }

    /// Cropping with enough padding leaves what reaches no further; with none, the gradient meets the edge.
    @Test
    void croppingKeepsWhatThePaddingHolds() {
        FeatureRow whole = SyntheticCase.plain().extract(parse("Gradient: , LBP2D: {binWidth: 1}", ""));
        FeatureRow one = SyntheticCase.plain().extract(parse("Gradient: , LBP2D: {binWidth: 1}", "preCrop: true, padDistance: 1"));
        FeatureRow none = SyntheticCase.plain().extract(parse("Gradient: , LBP2D: {binWidth: 1}", "preCrop: true, padDistance: 0"));
        assertThat(one.toArray()).isEqualTo(whole.toArray());
        assertThat(none.value("gradient_firstorder_Mean")).isNotEqualTo(whole.value("gradient_firstorder_Mean"));
    }

    /// Values beyond the limit become the limit before they are scaled.
    @Test
    void normalisationCutsOutliersBeforeItScales() {
        FeatureRow row = SyntheticCase.plain()
                .extract(parse("Original: ", "normalize: true, normalizeScale: 100, removeOutliers: 0.5, binWidth: 5"));
        assertThat(row.value("original_firstorder_Maximum")).isEqualTo(50);
        assertThat(row.value("original_firstorder_Minimum")).isEqualTo(-50);
    }
}
