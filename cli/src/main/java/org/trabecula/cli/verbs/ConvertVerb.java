package org.trabecula.cli.verbs;

import org.trabecula.cli.UsageException;
import org.trabecula.cli.Verb;
import picocli.CommandLine.Command;

/// `convert`.
@Command(name = "convert", header = "Convert between NIfTI and NRRD.")
public final class ConvertVerb extends Verb {
    @Override
    public Integer call() {
        throw new UsageException("'convert' is not built yet");
    }
}
