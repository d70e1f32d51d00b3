package org.trabecula.cli.verbs;

import org.trabecula.cli.UsageException;
import org.trabecula.cli.Verb;
import picocli.CommandLine.Command;

/// `nomogram`.
@Command(name = "nomogram", header = "Fit and draw a nomogram.")
public final class NomogramVerb extends Verb {
    @Override
    public Integer call() {
        throw new UsageException("'nomogram' is not built yet");
    }
}
