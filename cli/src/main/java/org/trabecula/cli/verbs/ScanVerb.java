package org.trabecula.cli.verbs;

import org.trabecula.cli.UsageException;
import org.trabecula.cli.Verb;
import picocli.CommandLine.Command;

/// `scan`.
@Command(name = "scan", header = "Find series and masks in a folder, propose a manifest.")
public final class ScanVerb extends Verb {
    @Override
    public Integer call() {
        throw new UsageException("'scan' is not built yet");
    }
}
