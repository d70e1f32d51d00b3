package org.trabecula.cli.verbs;

import org.trabecula.cli.UsageException;
import org.trabecula.cli.Verb;
import picocli.CommandLine.Command;

/// `select`.
@Command(name = "select", header = "Select features: redundancy, penalised regression.")
public final class SelectVerb extends Verb {
    @Override
    public Integer call() {
        throw new UsageException("'select' is not built yet");
    }
}
