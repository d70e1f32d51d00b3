package org.trabecula.cli.verbs;

import org.trabecula.cli.UsageException;
import org.trabecula.cli.Verb;
import picocli.CommandLine.Command;

/// `weights`.
@Command(name = "weights", header = "Check or fetch pretrained weights.")
public final class WeightsVerb extends Verb {
    @Override
    public Integer call() {
        throw new UsageException("'weights' is not built yet");
    }
}
