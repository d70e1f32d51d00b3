package org.trabecula.cli;

import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command without a verb: help and version.
@Command(
        name = "trabecula",
        addMethodSubcommands = false,
        versionProvider = VersionLines.class,
        synopsisHeading = "%n",
        customSynopsis = "trabecula VERB [--help]",
        header = "Acute or chronic vertebral fracture from plain CT: radiomics, deep features, leak-proof studies.",
        footer = {
            "",
            "First steps:  trabecula demo                                a synthetic study, start to report",
            "              trabecula extract ct.nii.gz mask.nii.gz -o f.csv   features of one vertebra",
            "Not a medical device. For research."
        })
public final class Trabecula extends Verb {
    @Option(names = "--version", versionHelp = true, description = "Show the version.")
    boolean version;

    @Override
    public Integer call() {
        spec().commandLine().usage(spec().commandLine().getErr());
        return ExitCode.USAGE;
    }
}
