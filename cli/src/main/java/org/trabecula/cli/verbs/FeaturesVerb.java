package org.trabecula.cli.verbs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.ExitCode;
import org.trabecula.cli.Verb;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.radiomics.RadiomicsProblem;
import org.trabecula.radiomics.catalogue.Catalogue;
import org.trabecula.radiomics.catalogue.Feature;
import org.trabecula.radiomics.settings.FeatureClass;
import org.trabecula.radiomics.settings.Preset;
import org.trabecula.radiomics.settings.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/// `features`.
@Command(
        name = "features",
        header = "List the features, explain one, or print a preset.",
        description = {
            "",
            "The catalogue of PyRadiomics' features: names, codes of the Image Biomarker Standardisation Initiative,",
            "units, formulas, and where the two differ. For choosing features before extract."
        },
        footer = {
            "",
            "Example:  trabecula features --explain glcm_Contrast",
            "          trabecula features --preset paper1648 > params.yaml",
            "",
            "Exit codes: 0 done, 2 wrong usage, 3 no such feature or preset."
        })
public final class FeaturesVerb extends Verb {
    @Option(names = "--list", description = "List all features by class (the default).")
    boolean list;

    @Option(
            names = "--explain",
            paramLabel = "NAME",
            description = "Formula, unit and code of one feature: a name, a column, or a code.")
    @Nullable String explain;

    @Option(names = "--preset", paramLabel = "NAME", description = "Print the parameter file of a preset.")
    @Nullable String preset;

    @Option(names = "--json", description = "Print one JSON document.")
    boolean json;

    @Override
    public Integer call() {
        if (preset != null) {
            out().print(Preset.named(preset).text());
        } else if (explain != null) {
            List<Feature> found = find(explain);
            if (json) {
                out().println(JsonMapper.shared().writeValueAsString(found.stream().map(FeaturesVerb::fields).toList()));
            } else {
                found.forEach(this::tell);
            }
        } else if (json) {
            out().println(JsonMapper.shared()
                    .writeValueAsString(Map.of(
                            "features", Catalogue.features().stream().map(FeaturesVerb::fields).toList(),
                            "presets", Preset.keys())));
        } else {
            listAll();
        }
        return ExitCode.DONE;
    }

    private static List<Feature> find(String word) {
        List<Feature> found = Catalogue.find(word);
        if (found.isEmpty()) {
            List<String> known = new ArrayList<>();
            Catalogue.features().forEach(f -> known.add(word.contains("_") ? f.column() : f.name()));
            String nearest = Suggestion.nearest(word, known);
            throw new InputException(new Problem(
                    RadiomicsProblem.UNKNOWN_FEATURE,
                    "--explain",
                    "'" + word + "'",
                    "a name such as Contrast, a column such as glcm_Contrast, or a code such as ACUI",
                    nearest.isEmpty() ? "trabecula features --list names them all" : "did you mean '" + nearest + "'?"));
        }
        return found;
    }

    private void listAll() {
        for (FeatureClass featureClass : FeatureClass.values()) {
            List<Feature> features = Catalogue.of(featureClass);
            out().println(featureClass.key() + ": " + featureClass.title());
            for (Feature feature : features) {
                String note = switch (feature.status()) {
                    case DEFAULT -> "";
                    case NAMED -> "  (only when named)";
                    case DEPRECATED -> "  (deprecated: " + feature.difference() + ")";
                };
                String line = String.format(Locale.ROOT, "  %-42s %-5s %s%s", feature.name(), feature.ibsi(), feature.unit(), note);
                out().println(line.stripTrailing());
            }
        }
        out().println("presets: " + String.join(", ", Preset.keys()) + ", ibsi (with extract --configuration)");
    }

    private void tell(Feature feature) {
        FeatureClass featureClass = feature.featureClass();
        out().println(feature.column());
        out().println("  formula   " + feature.formula());
        out().println("  letters   " + Catalogue.letters(featureClass));
        out().println("  unit      " + (feature.unit().equals("1") ? "none" : feature.unit()));
        out().println("  standard  " + (feature.ibsi().isEmpty() ? "no code" : "IBSI " + feature.ibsi()));
        out().println("  differs   " + (feature.difference().isEmpty() ? "" : feature.difference() + "; ")
                + Catalogue.classDifference(featureClass));
        out().println("  computed  " + switch (feature.status()) {
            case DEFAULT -> "with its class";
            case NAMED -> "only when named in a parameter file";
            case DEPRECATED -> "never; PyRadiomics gives no value either";
        });
    }

    private static Map<String, Object> fields(Feature feature) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("class", feature.featureClass().key());
        fields.put("name", feature.name());
        fields.put("status", feature.status().name().toLowerCase(Locale.ROOT));
        fields.put("ibsi", feature.ibsi().isEmpty() ? null : feature.ibsi());
        fields.put("unit", feature.unit());
        fields.put("formula", feature.formula());
        fields.put("letters", Catalogue.letters(feature.featureClass()));
        fields.put("difference", feature.difference());
        fields.put("classDifference", Catalogue.classDifference(feature.featureClass()));
        return fields;
    }
}
