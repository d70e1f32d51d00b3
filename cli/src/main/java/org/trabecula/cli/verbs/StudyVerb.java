package org.trabecula.cli.verbs;

import org.trabecula.cli.UsageException;
import org.trabecula.cli.Verb;
import picocli.CommandLine.Command;

/// `study`.
@Command(name = "study", header = "Run the whole protocol.")
public final class StudyVerb extends Verb {
    @Override
    public Integer call() {
        throw new UsageException("'study' is not built yet");
    }
}
