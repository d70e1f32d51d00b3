package org.trabecula.cli.verbs;

import org.trabecula.cli.UsageException;
import org.trabecula.cli.Verb;
import picocli.CommandLine.Command;

/// `features`.
@Command(name = "features", header = "List and explain the features.")
public final class FeaturesVerb extends Verb {
    @Override
    public Integer call() {
        throw new UsageException("'features' is not built yet");
    }
}
