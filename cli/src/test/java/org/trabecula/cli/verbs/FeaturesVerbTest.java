package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.cli.CommandLineRun;
import org.trabecula.radiomics.catalogue.Catalogue;
import org.trabecula.radiomics.parameters.ParameterFile;
import org.trabecula.radiomics.parameters.Preset;
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
