package org.trabecula.cli.verbs;

import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.Verb;
import picocli.CommandLine.Command;

/// `weights`.
@Command(
        name = "weights",
        addMethodSubcommands = false,
        header = "Check or fetch pretrained weights.",
        subcommands = {WeightsCheckVerb.class, WeightsFetchVerb.class},
        footerHeading = "%n",
        footer = {
            "Example:  trabecula weights check resnet50.safetensors",
            "          trabecula weights fetch resnet50 -o weights",
            "Exit:     0 done, 2 wrong usage, 3 file refused or not to be had, 4 the file fits no network"
        })
public final class WeightsVerb extends Verb {
    @Override
    public Integer call() {
        spec().commandLine().usage(spec().commandLine().getErr());
        return ExitCode.USAGE;
    }
}
