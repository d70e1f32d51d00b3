package org.trabecula.cli.verbs;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.cli.frame.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/// `report`.
@Command(name = "report", hidden = true, header = "Write a run's report again (not built yet).")
public final class ReportVerb extends Verb {
    /// Whatever stands behind the verb: the answer is the same.
    @Unmatched
    List<String> given = new ArrayList<>();

    @Override
    public Integer call() {
        throw new UsageException("'report' is not built yet; `trabecula study` in the same folder writes it again");
    }
}
