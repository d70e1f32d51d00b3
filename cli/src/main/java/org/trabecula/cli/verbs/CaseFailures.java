package org.trabecula.cli.verbs;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trabecula.core.Problem;
import org.trabecula.study.input.CaseFailure;
import org.trabecula.table.TextTableFile;

/// Cases that failed while others went on: told on stderr, listed in `failures.csv`.
final class CaseFailures {
    private CaseFailures() {}

    static void tell(List<CaseFailure> failures, PrintWriter messages) {
        for (CaseFailure failure : failures) {
            failure.problems().forEach(problem -> messages.println(problem.text()));
        }
        messages.flush();
    }

    /// `failures.csv` in `folder`, also when nothing failed, so that its absence never has to be explained.
    static void write(Path folder, List<CaseFailure> failures) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (CaseFailure failure : failures) {
            for (Problem problem : failure.problems()) {
                rows.add(List.of(
                        failure.caseId(), problem.code().code(), problem.where(), problem.code().what() + ": " + problem.found(), problem.fix()));
            }
        }
        TextTableFile.write(folder.resolve("failures.csv"), List.of("case_id", "code", "where", "message", "fix"), rows);
    }
}
