package org.trabecula.cli.verbs;

import org.trabecula.cli.UsageException;
import org.trabecula.cli.Verb;
import picocli.CommandLine.Command;

/// `extract`.
@Command(name = "extract", header = "Extract radiomics features.")
public final class ExtractVerb extends Verb {
    @Override
    public Integer call() {
        throw new UsageException("'extract' is not built yet");
    }
}
