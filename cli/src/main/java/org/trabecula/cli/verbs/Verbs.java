package org.trabecula.cli.verbs;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.trabecula.cli.frame.Verb;
import picocli.CommandLine;

/// Every verb, in the order that `--help` lists them.
public final class Verbs {
    /// By name, so that a verb's flags are read by reflection only where it can be meant: all of them take longer than one
    /// vertebra.
    private static final List<Map.Entry<String, Supplier<Verb>>> ALL = List.of(
            Map.entry("demo", DemoVerb::new),
            Map.entry("plan", PlanVerb::new),
            Map.entry("phantom", PhantomVerb::new),
            Map.entry("scan", ScanVerb::new),
            Map.entry("check", CheckVerb::new),
            Map.entry("convert", ConvertVerb::new),
            Map.entry("extract", ExtractVerb::new),
            Map.entry("features", FeaturesVerb::new),
            Map.entry("crop", CropVerb::new),
            Map.entry("weights", WeightsVerb::new),
            Map.entry("finetune", FinetuneVerb::new),
            Map.entry("embed", EmbedVerb::new),
            Map.entry("gradcam", GradcamVerb::new),
            Map.entry("icc", IccVerb::new),
            Map.entry("select", SelectVerb::new),
            Map.entry("evaluate", EvaluateVerb::new),
            Map.entry("nomogram", NomogramVerb::new),
            Map.entry("study", StudyVerb::new),
            Map.entry("report", ReportVerb::new),
            Map.entry("verify", VerifyVerb::new),
            Map.entry("predict", PredictVerb::new),
            Map.entry("validate", ValidateVerb::new));

    private Verbs() {}

    /// Adds every verb, or only the one that the first of the arguments names.
    public static void addTo(CommandLine line, String... args) {
        String first = args.length == 0 ? "" : args[0];
        if (first.equals("--version") && args.length == 1) {
            return;
        }
        boolean isNamed = ALL.stream().anyMatch(verb -> verb.getKey().equals(first));
        for (Map.Entry<String, Supplier<Verb>> verb : ALL) {
            if (!isNamed || verb.getKey().equals(first)) {
                line.addSubcommand(verb.getKey(), verb.getValue().get());
            }
        }
    }
}
