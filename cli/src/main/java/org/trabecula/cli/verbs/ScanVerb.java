package org.trabecula.cli.verbs;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.cli.frame.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/// `scan`.
@Command(name = "scan", hidden = true, header = "Find series and masks in a folder, propose a manifest (not built yet).")
public final class ScanVerb extends Verb {
    /// Whatever stands behind the verb: the answer is the same.
    @Unmatched
    List<String> given = new ArrayList<>();

    @Override
    public Integer call() {
        throw new UsageException("'scan' is not built yet; write the manifest by hand (its columns are in the README), "
                + "then `trabecula check` it");
    }
}
