package org.trabecula.cli.verbs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.Json;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.cli.frame.Verb;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Suggestion;
import org.trabecula.radiomics.catalogue.Catalogue;
import org.trabecula.radiomics.catalogue.CatalogueEntry;
import org.trabecula.radiomics.catalogue.ImageName;
import org.trabecula.radiomics.ibsi.IbsiConfiguration;
import org.trabecula.radiomics.parameters.ParameterProblem;
import org.trabecula.radiomics.parameters.Preset;
import org.trabecula.radiomics.settings.SettingsText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/// `features`.
@Command(
        name = "features",
        addMethodSubcommands = false,
        header = "List the features, explain one, or print a preset.",
        description = {
            "",
            "The catalogue of both profiles, PyRadiomics' and that of the Image Biomarker Standardisation Initiative:",
            "names, codes, units, formulas, and where the two differ. For choosing features before extract."
        },
        footer = {
            "",
            "Example:  trabecula features --explain wavelet-LLH_glcm_Contrast",
            "          trabecula features --preset paper1648 > params.yaml",
            "",
            "Exit codes: 0 done, 2 wrong usage, 3 no such feature or preset."
        })
public final class FeaturesVerb extends Verb {
    @Option(names = "--list", description = "List all features of both profiles (the default).")
    boolean list;

    @Option(
            names = "--explain",
            paramLabel = "NAME",
            description = "Formula, unit, code and differences of a feature: its name, a column, or a code.")
    @Nullable String explain;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "Print the parameter file of a preset, or the configurations of ibsi.")
    @Nullable String preset;

    @Mixin
    Json json = new Json();

    @Override
    public Integer call() {
        if ((list ? 1 : 0) + (explain == null ? 0 : 1) + (preset == null ? 0 : 1) > 1) {
            throw new UsageException("choose one of --list, --explain and --preset");
        }
        if (preset != null) {
            printPreset(preset);
        } else if (explain != null) {
            Optional<ImageName> image = image(explain);
            List<CatalogueEntry> found = find(explain);
            if (json.asked()) {
                print(found.stream().map(entry -> FeaturesVerbJson.fields(entry, image)).toList());
            } else {
                FeaturesVerbText text = new FeaturesVerbText(words());
                image.ifPresent(text::explain);
                found.forEach(text::explain);
            }
        } else if (json.asked()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("features", Catalogue.entries().stream().map(entry -> FeaturesVerbJson.fields(entry, Optional.empty())).toList());
            document.put("presets", Preset.keys());
            document.put("configurations", configurations());
            print(document);
        } else {
            new FeaturesVerbText(out()).list();
        }
        return ExitCode.DONE;
    }

    private void printPreset(String name) {
        if (name.equals("ibsi")) {
            if (json.asked()) {
                print(configurations());
            } else {
                configurations().forEach((key, summary) -> out().println(key + ": " + summary));
            }
        } else if (json.asked()) {
            out().println(SettingsText.of(Preset.named(name).settings()));
        } else {
            out().print(Preset.named(name).text());
        }
    }

    private static Map<String, String> configurations() {
        Map<String, String> summaries = new LinkedHashMap<>();
        for (IbsiConfiguration configuration : IbsiConfiguration.values()) {
            summaries.put(configuration.name(), configuration.summary());
        }
        return summaries;
    }

    /// The image that a column names before its feature.
    ///
    /// @throws InputException PAR-006 for an image that no filter gives
    private static Optional<ImageName> image(String column) {
        Optional<String> part = ImageName.partOf(column.strip());
        Optional<ImageName> image = part.flatMap(ImageName::of);
        if (part.isPresent() && image.isEmpty()) {
            throw new InputException(new Problem(
                    ParameterProblem.UNKNOWN_FEATURE,
                    "--explain",
                    "'" + part.get() + "' as the image of the feature",
                    "original, or a filter's image such as wavelet-LLH, log-sigma-2-0-mm-3D, square, gradient, lbp-3D-k",
                    Suggestion.nearest(part.get(), ImageName.examples())
                            .map(nearest -> "did you mean '" + nearest + "'?")
                            .orElse("leave the image out: " + column.strip().substring(part.get().length() + 1))));
        }
        return image;
    }

    private static List<CatalogueEntry> find(String word) {
        List<CatalogueEntry> found = Catalogue.find(word);
        if (found.isEmpty()) {
            throw new InputException(new Problem(
                    ParameterProblem.UNKNOWN_FEATURE,
                    "--explain",
                    "'" + word + "'",
                    "a name such as Contrast, a column such as original_glcm_Contrast, or a code such as ACUI",
                    Catalogue.nearest(word)
                            .map(nearest -> "did you mean '" + nearest + "'?")
                            .orElse("trabecula features --list names them all")));
        }
        return found;
    }

    private void print(Object document) {
        out().println(JsonMapper.shared().writeValueAsString(document));
    }
}
