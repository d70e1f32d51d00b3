package org.trabecula.cli.verbs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trabecula.cli.frame.Verb;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/// Every verb, in the order that `--help` lists them.
public final class Verbs {
    /// The verb that tells of the others.
    private static final String HELP = "help";

    /// By name, so that a verb's flags are read by reflection only where it can be meant: all of them take longer than one
    /// vertebra. Classes and not instances, so that a list of all verbs starts none of them. No method of a verb is a verb (`addMethodSubcommands`):
    /// looking for such takes a twentieth of a short command.
    private static final List<Map.Entry<String, Class<? extends Verb>>> ALL = List.of(
            Map.entry("demo", DemoVerb.class),
            Map.entry("plan", PlanVerb.class),
            Map.entry("phantom", PhantomVerb.class),
            Map.entry("scan", ScanVerb.class),
            Map.entry("check", CheckVerb.class),
            Map.entry("convert", ConvertVerb.class),
            Map.entry("extract", ExtractVerb.class),
            Map.entry("features", FeaturesVerb.class),
            Map.entry("crop", CropVerb.class),
            Map.entry("weights", WeightsVerb.class),
            Map.entry("finetune", FinetuneVerb.class),
            Map.entry("embed", EmbedVerb.class),
            Map.entry("gradcam", GradcamVerb.class),
            Map.entry("icc", IccVerb.class),
            Map.entry("select", SelectVerb.class),
            Map.entry("evaluate", EvaluateVerb.class),
            Map.entry("nomogram", NomogramVerb.class),
            Map.entry("study", StudyVerb.class),
            Map.entry("report", ReportVerb.class),
            Map.entry("verify", VerifyVerb.class),
            Map.entry("predict", PredictVerb.class),
            Map.entry("validate", ValidateVerb.class),
            Map.entry("serve", ServeVerb.class),
            Map.entry(HELP, HelpVerb.class));

    private Verbs() {}

    /// Adds every verb with its flags.
    public static void addAllTo(CommandLine line) {
        ALL.forEach(verb -> line.addSubcommand(verb.getKey(), verb.getValue()));
    }

    /// Adds what a command line can mean: the verb that its first word names; for `--help`, every verb without its flags; else every verb.
    public static void addTo(CommandLine line, String... args) {
        String first = args.length == 0 ? "" : args[0];
        if (first.equals("--version") && args.length == 1) {
            return;
        }
        if (args.length == 0 || args.length == 1 && Set.of("--help", "-h").contains(first)) {
            ALL.forEach(verb -> line.addSubcommand(verb.getKey(), headline(verb.getValue())));
            return;
        }
        boolean isNamed = !first.equals(HELP) && ALL.stream().anyMatch(verb -> verb.getKey().equals(first));
        for (Map.Entry<String, Class<? extends Verb>> verb : ALL) {
            if (!isNamed || verb.getKey().equals(first)) {
                line.addSubcommand(verb.getKey(), verb.getValue());
            }
        }
    }

    /// A verb as the list of all of them shows it, without its flags.
    private static CommandSpec headline(Class<? extends Verb> verb) {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage().header(verb.getAnnotation(Command.class).header());
        return spec;
    }
}
