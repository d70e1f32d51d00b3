package org.trabecula.extraction.failure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trabecula.core.Problem;
import org.trabecula.table.TextTableFile;

/// `failures.csv`: one row per problem of a case that could not be used. It is written also when nothing failed, so that
/// its absence never has to be explained.
public final class FailureTable {
    private static final List<String> COLUMNS = List.of("case_id", "code", "where", "message", "fix");

    private FailureTable() {}

    public static void write(Path file, List<CaseFailure> failures) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (CaseFailure failure : failures) {
            for (Problem problem : failure.problems()) {
                rows.add(List.of(
                        failure.caseId(), problem.code().code(), problem.where(),
                        problem.code().what() + ": " + problem.found(), problem.fix()));
            }
        }
        TextTableFile.write(file, COLUMNS, rows);
    }
}
