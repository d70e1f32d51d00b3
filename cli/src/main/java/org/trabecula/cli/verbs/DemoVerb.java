package org.trabecula.cli.verbs;

import org.trabecula.cli.UsageException;
import org.trabecula.cli.Verb;
import picocli.CommandLine.Command;

/// `demo`.
@Command(name = "demo", header = "Make a synthetic cohort, run the study, print the report's path.")
public final class DemoVerb extends Verb {
    @Override
    public Integer call() {
        throw new UsageException("'demo' is not built yet");
    }
}
