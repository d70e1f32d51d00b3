package org.trabecula.cli.verbs;

import org.trabecula.cli.UsageException;
import org.trabecula.cli.Verb;
import picocli.CommandLine.Command;

/// `crop`.
@Command(name = "crop", header = "Write the network's crops as pictures.")
public final class CropVerb extends Verb {
    @Override
    public Integer call() {
        throw new UsageException("'crop' is not built yet");
    }
}
