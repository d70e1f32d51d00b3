package org.trabecula.extraction.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.trabecula.table.TextTableFile;

/// `checks.csv`: a row for each warning of the quality checks. It is written also when there is none.
public final class FindingTable {
    private static final List<String> COLUMNS =
            List.of("case_id", "patient_id", "level", "check", "code", "message", "found", "expected", "fix", "excluded");

    private FindingTable() {}

    /// @param excluded whether the case is left out because of a warning
    public static void write(Path file, List<QualityFinding> findings, Predicate<QualityFinding> excluded) throws IOException {
        TextTableFile.write(file, COLUMNS, findings.stream()
                .map(one -> List.of(
                        one.caseId(), one.vertebra().patientId(), one.vertebra().level(), one.check().key(), one.check().code(),
                        one.check().what(), one.problem().found(), one.problem().expected(), one.problem().fix(),
                        excluded.test(one) ? "yes" : "no"))
                .toList());
    }
}
