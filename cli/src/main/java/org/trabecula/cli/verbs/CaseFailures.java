package org.trabecula.cli.verbs;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.trabecula.cli.frame.CliProblem;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.extraction.failure.FailureTable;

/// Cases that failed while others went on: told on stderr, listed in `failures.csv`.
final class CaseFailures {
    private CaseFailures() {}

    static void tell(List<CaseFailure> failures, PrintWriter messages) {
        for (CaseFailure failure : failures) {
            failure.problems().forEach(problem -> messages.println(problem.text()));
        }
        messages.flush();
    }

    private static final String FILE = "failures.csv";

    /// Refuses a folder whose `failures.csv` is being read.
    static void requireApart(Path folder, Collection<Path> inputs) throws IOException {
        Path list = folder.resolve(FILE);
        for (Path input : inputs) {
            if (Files.exists(list) && Files.exists(input) && Files.isSameFile(list, input)) {
                throw new InputException(new Problem(
                        CliProblem.INPUT_AS_OUTPUT, list.toString(), "the list of failed cases would replace the input " + input,
                        "outputs apart from every input", "give the manifest another name, or choose another folder for results"));
            }
        }
    }

    /// `failures.csv` in `folder`.
    static void write(Path folder, List<CaseFailure> failures) throws IOException {
        FailureTable.write(folder.resolve(FILE), failures);
    }

    /// Done; done but for some cases; or, where not a single case is left, refused.
    static int exitCode(List<CaseFailure> failures, int finished) {
        if (failures.isEmpty()) {
            return ExitCode.DONE;
        }
        return finished == 0 ? ExitCode.REFUSED : ExitCode.SOME_FAILED;
    }
}
