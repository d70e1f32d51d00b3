package org.trabecula.cli.verbs;

import org.trabecula.cli.UsageException;
import org.trabecula.cli.Verb;
import picocli.CommandLine.Command;

/// `finetune`.
@Command(name = "finetune", header = "Fine-tune the network on a cohort.")
public final class FinetuneVerb extends Verb {
    @Override
    public Integer call() {
        throw new UsageException("'finetune' is not built yet");
    }
}
