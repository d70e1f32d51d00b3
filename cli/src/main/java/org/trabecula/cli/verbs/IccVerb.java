package org.trabecula.cli.verbs;

import org.trabecula.cli.UsageException;
import org.trabecula.cli.Verb;
import picocli.CommandLine.Command;

/// `icc`.
@Command(name = "icc", header = "Intraclass correlation of a long table.")
public final class IccVerb extends Verb {
    @Override
    public Integer call() {
        throw new UsageException("'icc' is not built yet");
    }
}
