package org.trabecula.cli.verbs;

import org.trabecula.cli.UsageException;
import org.trabecula.cli.Verb;
import picocli.CommandLine.Command;

/// `embed`.
@Command(name = "embed", header = "Embed crops: 2,048 features a case.")
public final class EmbedVerb extends Verb {
    @Override
    public Integer call() {
        throw new UsageException("'embed' is not built yet");
    }
}
