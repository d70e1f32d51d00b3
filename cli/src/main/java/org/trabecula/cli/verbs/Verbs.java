package org.trabecula.cli.verbs;

import picocli.CommandLine;

/// Every verb, in the order that `--help` lists them.
public final class Verbs {
    private Verbs() {}

    public static void addTo(CommandLine line) {
        line.addSubcommand(new DemoVerb());
        line.addSubcommand(new PlanVerb());
        line.addSubcommand(new PhantomVerb());
        line.addSubcommand(new ScanVerb());
        line.addSubcommand(new CheckVerb());
        line.addSubcommand(new ConvertVerb());
        line.addSubcommand(new ExtractVerb());
        line.addSubcommand(new FeaturesVerb());
        line.addSubcommand(new CropVerb());
        line.addSubcommand(new WeightsVerb());
        line.addSubcommand(new FinetuneVerb());
        line.addSubcommand(new EmbedVerb());
        line.addSubcommand(new GradcamVerb());
        line.addSubcommand(new IccVerb());
        line.addSubcommand(new SelectVerb());
        line.addSubcommand(new EvaluateVerb());
        line.addSubcommand(new NomogramVerb());
        line.addSubcommand(new StudyVerb());
        line.addSubcommand(new ReportVerb());
        line.addSubcommand(new PredictVerb());
        line.addSubcommand(new ValidateVerb());
    }
}
