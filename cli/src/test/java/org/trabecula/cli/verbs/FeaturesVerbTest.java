package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.cli.CommandLineRun;
import org.trabecula.radiomics.catalogue.Catalogue;
import org.trabecula.radiomics.catalogue.ImageName;
import org.trabecula.radiomics.parameters.ParameterFile;
import org.trabecula.radiomics.parameters.Preset;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;

/// `features` as typed.
class FeaturesVerbTest {
    @Test
    void listsEveryFeatureOfBothProfiles() {
        CommandLineRun run = CommandLineRun.of("features");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("pyradiomics glcm: ", "JointEnergy", "ibsi gldzm: ", "Small distance emphasis", "presets: original, paper1648")
                .containsPattern("Dissimilarity +8S9J +grey level  \\(deprecated and refused: equal to DifferenceAverage\\)");
        assertThat(run.out().lines().filter(line -> line.startsWith("  "))).hasSize(Catalogue.features().size() + 174);
        assertThat(CommandLineRun.of("features", "--list").out()).isEqualTo(run.out());
    }

    @Test
    void listsTheCatalogueAsOneDocument() {
        JsonNode document = CommandLineRun.of("features", "--json").json();
        assertThat(document.get("features")).hasSize(Catalogue.entries().size());
        assertThat(document.get("presets")).hasSize(4);
        assertThat(document.get("configurations").get("C").asString()).contains("trilinear");
    }

    @ParameterizedTest
    @CsvSource({
        "Kurtosis", "wavelet-LLH_firstorder_Kurtosis", "original_firstorder_Kurtosis", "firstorder_Kurtosis", "IPH6", "ibsi_stat_IPH6"
    })
    void explainsAFeatureByAnyOfItsNames(String name) {
        CommandLineRun run = CommandLineRun.of("features", "--explain", name);
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("pyradiomics firstorder_Kurtosis", "code      IPH6", "ibsi ibsi_stat_IPH6", "differs   the standard subtracts 3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "original            | the image itself",
        "wavelet-LLH         | L left to right (i), L front to back (j), H feet to head (k)",
        "wavelet2-HHH        | of level 2",
        "wavelet-LH          | 2 directions within a slice",
        "log-sigma-2-0-mm-3D | sigma 2.0 mm",
        "log-sigma-1-mm-3D   | sigma 1 mm",
        "square | squared", "squareroot | square root", "logarithm | logarithm", "exponential | exponential",
        "gradient | how steeply", "lbp-2D | circle", "lbp-3D-k | kurtosis", "lbp-3D-m2 | degree 1"
    })
    void explainsTheImageBeforeTheFeature(String image, String meaning) {
        String column = image + "_glcm_Contrast";
        CommandLineRun run = CommandLineRun.of("features", "--explain", column);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("image " + image).contains(meaning, "pyradiomics glcm_Contrast");
        JsonNode entry = CommandLineRun.of("features", "--explain", column, "--json").json().get(0);
        assertThat(entry.get("image").get("meaning").asString()).contains(meaning);
    }

    /// Every image of PyRadiomics' columns that are kept for comparison has a meaning.
    @Test
    void everyImageOfTheReferenceColumnsIsExplained() throws IOException {
        Set<String> images = new TreeSet<>();
        try (Stream<Path> files = Files.list(Reference.root().resolve("conformance/data/pyradiomics/expected"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".csv")).toList()) {
                Files.readAllLines(file).stream().skip(1).forEach(line -> ImageName.partOf(line).ifPresent(images::add));
            }
        }
        images.remove("diagnostics");
        assertThat(images).hasSizeGreaterThan(15).allSatisfy(name -> assertThat(ImageName.of(name)).as(name).isPresent());
    }

    @Test
    void anImageThatNoFilterGivesIsRefused() {
        CommandLineRun run = CommandLineRun.of("features", "--explain", "wavelet-LLX_glcm_Contrast");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("PAR-006", "'wavelet-LLX'", "did you mean 'wavelet-LL");
    }

    @Test
    void explainsWhatOnlyTheStandardHasWithItsColumns() {
        CommandLineRun run = CommandLineRun.of("features", "--explain", "ibsi_gldzm_0GBI_KOBO");
        assertThat(run.out()).contains("ibsi_gldzm_0GBI_8QNN (2D)", "differs   PyRadiomics does not have it").doesNotContain("pyradiomics ");
        JsonNode entries = CommandLineRun.of("features", "--explain", "0GBI", "--json").json();
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).get("pyradiomics").isNull()).isTrue();
        assertThat(entries.get(0).get("ibsi").get("formula").asString()).isEqualTo("Σ d(i,j) / j² / N_s");
    }

    @Test
    void saysWhyADeprecatedFeatureIsRefused() {
        assertThat(CommandLineRun.of("features", "--explain", "Homogeneity1").out())
                .contains("computed  never: deprecated and refused", "equal to Id");
    }

    @ParameterizedTest
    @CsvSource({
        "Kurtosys, Kurtosis", "original_glcm_Contrats, original_glcm_Contrast", "ibsi_stat_IPH7, ibsi_stat_IPH6"
    })
    void refusesAnUnknownNameWithTheNearest(String name, String nearest) {
        CommandLineRun run = CommandLineRun.of("features", "--explain", name);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("PAR-006", "'" + name + "'", "did you mean '" + nearest + "'?");
    }

    @ParameterizedTest
    @EnumSource
    void printsPresetsThatAreParameterFiles(Preset preset) {
        CommandLineRun yaml = CommandLineRun.of("features", "--preset", preset.key());
        CommandLineRun json = CommandLineRun.of("features", "--preset", preset.key(), "--json");
        assertThat(ParameterFile.parse("yaml", yaml.out())).isEqualTo(preset.settings());
        assertThat(ParameterFile.parse("json", json.out())).isEqualTo(preset.settings());
        assertThat(json.json().get("setting").isObject()).isTrue();
    }

    @Test
    void tellsTheConfigurationsOfIbsiAndRefusesUnknownPresets() {
        assertThat(CommandLineRun.of("features", "--preset", "ibsi").out()).contains("C: Volumetric, 2 mm (trilinear)");
        CommandLineRun run = CommandLineRun.of("features", "--preset", "papr1648");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("PAR-005", "did you mean 'paper1648'?");
    }

    @Test
    void doesOneThingAtATime() {
        assertThat(CommandLineRun.of("features", "--list", "--preset", "full").exit()).isEqualTo(2);
    }
}
