package org.trabecula.radiomics.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.radiomics.settings.ClassSettings;
import org.trabecula.radiomics.settings.Discretisation;
import org.trabecula.radiomics.settings.FeatureClass;
import org.trabecula.radiomics.settings.ImageType;
import org.trabecula.radiomics.settings.ImageTypeSettings;
import org.trabecula.radiomics.settings.KernelSettings;
import org.trabecula.radiomics.settings.Settings;
import org.trabecula.radiomics.settings.SettingsText;
import org.trabecula.testkit.Reference;

class ParameterFileTest {
    static List<Path> parameterFiles() throws IOException {
        try (Stream<Path> files = Files.list(Reference.best("pyradiomics/params"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("parameterFiles")
    void readsBackWhatItWrote(Path file) throws IOException {
        Settings settings = ParameterFile.read(file);
        assertThat(ParameterFile.parse("written", SettingsText.of(settings))).isEqualTo(settings);
    }

    @ParameterizedTest
    @EnumSource
    void shipsPresetsThatItReads(Preset preset) {
        assertThat(preset.settings().images()).isNotEmpty();
        assertThat(Preset.named(preset.key())).isEqualTo(preset);
    }

    @Test
    void readsJsonAsYaml() {
        Settings yaml = ParameterFile.parse("yaml", "setting:\n  binWidth: 12.5\n  force2D: true\n");
        Settings json = ParameterFile.parse("json", "{\"setting\": {\"binWidth\": 12.5, \"force2D\": true}}");
        assertThat(json).isEqualTo(yaml);
    }

    @Test
    void readsJsonThatIsIndentedByTabs() {
        Settings json = ParameterFile.parse("params.json", "{\n\t\"setting\": {\n\t\t\"binWidth\": 12.5\n\t}\n}");
        assertThat(json).isEqualTo(ParameterFile.parse("yaml", "setting: {binWidth: 12.5}"));
        InputException refusal = catchThrowableOfType(
                InputException.class, () -> ParameterFile.parse("params.json", "{\n\t\"seting\": {\n\t}\n}"));
        assertThat(refusal.problems().getFirst().where()).contains("line 2");
        assertThat(refusal.problems().getFirst().fix()).contains("'setting'");
    }

    @Test
    void voxelSettingSaysHowMapsAreMadeAndChangesNoOtherSetting() {
        NotedSettings file = ParameterFile.noted(
                "maps.yaml", "voxelSetting: {kernelRadius: 2, maskedKernel: false, initValue: nan, voxelBatch: 500}");
        assertThat(file.kernel()).isEqualTo(new KernelSettings(2, false, Double.NaN, OptionalInt.of(500)));
        assertThat(file.settings()).isEqualTo(ParameterFile.parse("none", ""));
    }

    @Test
    void leavesOutOfVoxelSettingWhatPyRadiomicsAssumes() {
        assertThat(ParameterFile.noted("empty", "voxelSetting:\n").kernel())
                .isEqualTo(new KernelSettings(1, true, 0, OptionalInt.empty()));
        assertThat(ParameterFile.noted("one", "voxelSetting:\n  initValue: -1000\n  kernelRadius:\n").kernel())
                .isEqualTo(new KernelSettings(1, true, -1000, OptionalInt.empty()));
    }

    @Test
    void takesEveryClassAndTheOriginalImageWhenTheFileNamesNone() {
        Settings settings = ParameterFile.parse("empty", "");
        assertThat(settings.images()).singleElement().extracting(ImageTypeSettings::type).isEqualTo(new ImageType.Original());
        assertThat(settings.classes()).extracting(ClassSettings::featureClass).containsExactly(FeatureClass.values());
    }

    /// What is left empty is taken as PyRadiomics takes it, and said.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ''                                        | holds nothing
            '# only a comment'                        | holds nothing
            null                                      | holds nothing
            {}                                        | holds nothing
            'imageType:'                              | imageType
            imageType: {}                             | imageType
            'featureClass:'                           | featureClass
            featureClass: {}                          | featureClass
            'imageType:\nfeatureClass:'               | imageType, featureClass
            setting: {binWidth: 10}                   | ''
            imageType: {Original: {}}                 | ''
            featureClass: {firstorder: }              | ''
            """)
    void notesWhatIsLeftEmpty(String text, String noted) {
        NotedSettings read = ParameterFile.noted("params.yaml", text.replace("\\n", "\n"));
        List<String> words = noted.isEmpty() ? List.of() : List.of(noted.split(", "));
        assertThat(read.notes()).hasSameSizeAs(words);
        for (int n = 0; n < words.size(); n++) {
            assertThat(read.notes().get(n)).contains(words.get(n)).contains("params.yaml");
        }
    }

    @Test
    void keepsTheSpellingOfSigma() {
        Settings settings = ParameterFile.parse("log", "imageType:\n  LoG:\n    sigma: [1, 2.0, 2.50]\n");
        var scales = (ImageType.LaplacianOfGaussian) settings.images().getFirst().type();
        assertThat(scales.sigmas()).extracting(ImageType.Sigma::text).containsExactly("1", "2.0", "2.5");
    }

    @Test
    void laysAnImageTypesOwnSettingsOverTheGeneralOnes() {
        Settings settings = ParameterFile.parse(
                "own", "imageType:\n  Original:\n  LBP3D: {binWidth: 0.5}\nsetting: {binWidth: 25, gldm_a: 1}\n");
        assertThat(settings.images().get(0).features().discretisation()).isEqualTo(new Discretisation.BinWidth(25));
        assertThat(settings.images().get(1).features().discretisation()).isEqualTo(new Discretisation.BinWidth(0.5));
        assertThat(settings.images().get(1).features().gldmAlpha()).isEqualTo(1);
    }

    @Test
    void switchesResamplingOffWhereTheInterpolatorIsNull() {
        String resampled = "setting: {resampledPixelSpacing: [1, 1, 1]";
        assertThat(ParameterFile.parse("on", resampled + "}").preparation().resampling()).isPresent();
        assertThat(ParameterFile.parse("off", resampled + ", interpolator: null}").preparation().resampling()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            setting: {binwidht: 25}                             | PAR-002 | line 1 | binWidth
            'setting:\\n  binWidth: 25\\n  resampledPixelspacing: [1,1,1]' | PAR-002 | line 3 | resampledPixelSpacing
            imageTypes: {Original: {}}                          | PAR-002 | line 1 | imageType
            imageType: {Wavlet: {}}                             | PAR-002 | line 1 | Wavelet
            featureClass: {glmc: }                              | PAR-002 | line 1 | glcm
            featureClass: {glcm: [Contrst]}                     | PAR-006 | line 1 | Contrast
            setting: {binWidth: 0}                              | PAR-003 | binWidth | binWidth
            setting: {binWidth: 010}                            | PAR-003 | binWidth | leading
            setting: {binWidth: "25"}                           | PAR-003 | binWidth | number
            setting: {distances: [0]}                           | PAR-003 | distances | at least 1
            setting: {force2D: 1}                               | PAR-003 | force2D | true or false
            setting: {weightingNorm: euclid}                    | PAR-003 | weightingNorm | euclidean
            setting: {resampledPixelSpacing: [1, 1]}            | PAR-003 | resampledPixelSpacing | three
            setting: {binWidth: 25, binWidth: 5}                | PAR-003 | binWidth | once
            imageType: {Wavelet: {wavelet: coif99}}             | PAR-003 | wavelet | coif
            setting: {interpolator: sitkGaussian, resampledPixelSpacing: [1, 1, 1]} | PAR-004 | interpolator | sitkBSpline
            'imageType:\\n  LoG:\\n    sgima: [1]'               | PAR-002 | line 3 | sigma
            imageType: {Original: {label_chanel: 1}}            | PAR-002 | line 1 | label_channel
            setting: {interpolator: sitkBSplin}                 | PAR-003 | interpolator | sitkBSpline
            setting: {label_channel: 1}                         | PAR-004 | label_channel | one number per voxel
            setting: {label: 1.5}                               | PAR-003 | label | whole
            setting: {minimumROIDimensions: 4}                  | PAR-003 | minimumROIDimensions | 1, 2 or 3
            setting: {padDistance: -1}                          | PAR-003 | padDistance | ≥ 0
            setting: {force2Ddimension: 3}                      | PAR-003 | force2Ddimension | 0, 1 or 2
            setting: {resegmentRange: [1, 2, 3]}                | PAR-003 | resegmentRange | one or two
            setting: {resegmentRange: [1], resegmentMode: sd}   | PAR-003 | resegmentMode | sigma
            setting: {binCount: 0}                              | PAR-003 | binCount | at least 1
            setting: {gldm_a: -1}                               | PAR-003 | gldm_a | ≥ 0
            setting: {normalize: true, removeOutliers: 0}       | PAR-003 | Outliers | > 0
            imageType: {LoG: {sigma: [0]}}                      | PAR-003 | sigma | > 0
            imageType: {LBP2D: {lbp2DMethod: nri}}              | PAR-003 | lbp2DMethod | uniform
            imageType: {LBP3D: {lbp3DLevels: 0}}                | PAR-003 | lbp3DLevels | 1 … 20
            imageType: {Wavelet: {level: 0}}                    | PAR-003 | level | ≥ 1
            imageType: {Wavelet: {start_level: -1}}             | PAR-003 | start_level | ≥ 0
            imageType: {Wavelet: {level: 1000000}}              | PAR-003 | level | ≤ 20
            imageType: {Wavelet: {start_level: 21}}             | PAR-003 | start_level | ≤ 20
            setting: {resampledPixelSpacing: [1, -1, 1]}        | PAR-003 | resampledPixelSpacing | ≥ 0
            setting: {geometryTolerance: -1}                    | PAR-003 | geometryTolerance | ≥ 0
            setting: {normalize: true, normalizeScale: 0}       | PAR-003 | normalizeScale | > 0
            imageType: {LBP2D: {lbp2DSamples: 25}}              | PAR-003 | lbp2DSamples | 1 … 24
            imageType: {LBP2D: {lbp2DRadius: 0}}                | PAR-003 | lbp2DRadius | > 0
            imageType: {LBP3D: {lbp3DIcosphereSubdivision: 5}}  | PAR-003 | lbp3DIcosphereSubdivision | 0 … 4
            setting: {voxelArrayShift: 1e999}                   | PAR-003 | voxelArrayShift | finite
            voxelSetting: {kernelRadius: 0}                     | PAR-003 | kernelRadius | 1 … 20
            voxelSetting: {kernelRadius: 1.5}                   | PAR-003 | kernelRadius | whole number
            voxelSetting: {voxelBatch: -1}                      | PAR-003 | voxelBatch | at least 1
            voxelSetting: {maskedKernel: 3}                     | PAR-003 | maskedKernel | true
            voxelSetting: {initValue: zero}                     | PAR-003 | initValue | a number
            voxelSetting: {kernelradius: 2}                     | PAR-002 | kernelradius | kernelRadius
            setting: [                                          | PAR-001 | line | YAML
            """)
    void refusesWithPlaceAndWayOut(String text, String code, String where, String hint) {
        InputException refusal = catchThrowableOfType(
                InputException.class, () -> ParameterFile.parse("params.yaml", text.replace("\\n", "\n")));
        assertThat(refusal).isNotNull();
        Problem problem = refusal.problems().getFirst();
        assertThat(problem.code().code()).isEqualTo(code);
        assertThat(problem.where()).contains("params.yaml").contains(where);
        assertThat(problem.expected() + problem.fix()).contains(hint);
    }

    @Test
    void suggestsThePresetThatWasMeant() {
        InputException refusal = catchThrowableOfType(InputException.class, () -> Preset.named("paper1684"));
        assertThat(refusal.problems()).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo(ParameterProblem.UNKNOWN_PRESET);
            assertThat(p.fix()).contains("paper1648");
        });
    }
}
