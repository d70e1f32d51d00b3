package org.trabecula.cli.verbs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.trabecula.cli.ExitCode;
import org.trabecula.cli.Verb;
import org.trabecula.radiomics.catalogue.Catalogue;
import org.trabecula.radiomics.settings.FeatureClass;
import org.trabecula.radiomics.settings.Preset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/// `features`.
@Command(
        name = "features",
        header = "List the features and the presets.",
        description = {"", "Names of all features by class, or the parameter file behind a preset."},
        footer = {
            "",
            "Example:  trabecula features --list",
            "          trabecula features --preset paper1648 > params.yaml",
            "",
            "Exit codes: 0 done, 2 wrong usage, 3 an unknown preset."
        })
public final class FeaturesVerb extends Verb {
    @Option(names = "--list", description = "List all features by class (the default).")
    boolean list;

    @Option(names = "--preset", paramLabel = "NAME", description = "Print the parameter file of a preset.")
    String preset = "";

    @Option(names = "--json", description = "Print one JSON document.")
    boolean json;

    @Override
    public Integer call() {
        if (!preset.isEmpty()) {
            out().print(Preset.named(preset).text());
            return ExitCode.DONE;
        }
        Map<String, List<String>> classes = new LinkedHashMap<>();
        for (FeatureClass featureClass : FeatureClass.values()) {
            classes.put(featureClass.name().toLowerCase(Locale.ROOT), new ArrayList<>(Catalogue.names(featureClass)));
        }
        if (json) {
            out().println(JsonMapper.shared().writeValueAsString(Map.of("classes", classes, "presets", Preset.keys())));
        } else {
            classes.forEach((name, features) -> {
                out().println(name + " (" + features.size() + ")");
                features.forEach(feature -> out().println("  " + feature));
            });
            out().println("presets: " + String.join(", ", Preset.keys()));
        }
        return ExitCode.DONE;
    }
}
