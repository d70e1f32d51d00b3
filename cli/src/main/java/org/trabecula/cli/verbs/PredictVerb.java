package org.trabecula.cli.verbs;

import org.trabecula.cli.UsageException;
import org.trabecula.cli.Verb;
import picocli.CommandLine.Command;

/// `predict`.
@Command(name = "predict", header = "Predict new patients with a finished model.")
public final class PredictVerb extends Verb {
    @Override
    public Integer call() {
        throw new UsageException("'predict' is not built yet");
    }
}
