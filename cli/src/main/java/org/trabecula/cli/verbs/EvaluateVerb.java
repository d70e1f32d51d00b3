package org.trabecula.cli.verbs;

import org.trabecula.cli.UsageException;
import org.trabecula.cli.Verb;
import picocli.CommandLine.Command;

/// `evaluate`.
@Command(name = "evaluate", header = "Evaluate scores: ROC, calibration, decision curve.")
public final class EvaluateVerb extends Verb {
    @Override
    public Integer call() {
        throw new UsageException("'evaluate' is not built yet");
    }
}
