package org.trabecula.cli.verbs;

import org.trabecula.cli.UsageException;
import org.trabecula.cli.Verb;
import picocli.CommandLine.Command;

/// `check`.
@Command(name = "check", header = "Check a manifest before a long run.")
public final class CheckVerb extends Verb {
    @Override
    public Integer call() {
        throw new UsageException("'check' is not built yet");
    }
}
