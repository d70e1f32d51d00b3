package org.trabecula.cli.verbs;

import org.trabecula.cli.UsageException;
import org.trabecula.cli.Verb;
import picocli.CommandLine.Command;

/// `gradcam`.
@Command(name = "gradcam", header = "Show where the network looked.")
public final class GradcamVerb extends Verb {
    @Override
    public Integer call() {
        throw new UsageException("'gradcam' is not built yet");
    }
}
