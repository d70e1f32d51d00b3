package org.trabecula.cli.verbs;

import org.trabecula.cli.UsageException;
import org.trabecula.cli.Verb;
import picocli.CommandLine.Command;

/// `report`.
@Command(name = "report", header = "Write a run's report again.")
public final class ReportVerb extends Verb {
    @Override
    public Integer call() {
        throw new UsageException("'report' is not built yet; `trabecula study` in the same folder writes it again");
    }
}
