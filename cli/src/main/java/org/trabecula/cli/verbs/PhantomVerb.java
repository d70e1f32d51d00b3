package org.trabecula.cli.verbs;

import org.trabecula.cli.UsageException;
import org.trabecula.cli.Verb;
import picocli.CommandLine.Command;

/// `phantom`.
@Command(name = "phantom", header = "Make a synthetic cohort.")
public final class PhantomVerb extends Verb {
    @Override
    public Integer call() {
        throw new UsageException("'phantom' is not built yet");
    }
}
