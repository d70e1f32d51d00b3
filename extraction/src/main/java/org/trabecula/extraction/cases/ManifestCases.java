package org.trabecula.extraction.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.CohortProblem;
import org.trabecula.cohort.ManifestFile;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.InputException;
import org.trabecula.core.Parallel;
import org.trabecula.core.Problem;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.extraction.region.RegionChoice;
import org.trabecula.image.LabelFile;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.TextTable;

/// A manifest's cases for work that goes on where a case fails: rows whose files are missing are listed, not refused.
///
/// @param cohort  every row whose files are there
/// @param missing the others, but for excluded ones
public record ManifestCases(Cohort cohort, List<CaseFailure> missing) {
    private static final List<String> FILES = List.of("image", "mask");

    public ManifestCases {
        missing = List.copyOf(missing);
    }

    /// @param positive as [ManifestFile#read]
    /// @throws InputException if the manifest is refused, or not a single case has its files
    public static ManifestCases read(Path manifest, Optional<String> positive) {
        Path folder = manifest.toAbsolutePath().resolveSibling("");
        List<CaseFailure> missing = new ArrayList<>();
        TextTable rows = withFiles(DelimitedText.read(manifest), folder, missing);
        return new ManifestCases(ManifestFile.of(rows, folder, positive), missing);
    }

    /// The included cases; where one names no label and several are asked for, once for each of those.
    public List<VertebraCase> rows(RegionChoice choice, int jobs) {
        List<VertebraCase> cases = cohort.included();
        if (!choice.severalRows()) {
            return cases;
        }
        List<VertebraCase> rows = new ArrayList<>();
        Parallel.map(cases.size(), jobs, n -> labelled(cases.get(n), choice)).forEach(rows::addAll);
        return rows;
    }

    private static List<VertebraCase> labelled(VertebraCase vertebra, RegionChoice choice) {
        if (vertebra.label().isPresent() || vertebra.mask().isEmpty()) {
            return List.of(vertebra);
        }
        List<VertebraCase> rows = new ArrayList<>();
        try {
            choice.regions(LabelFile.open(vertebra.mask().get()), vertebra.caseId())
                    .forEach((name, region) -> rows.add(vertebra.labelled(name, region.labels().getFirst().name())));
            return rows;
        } catch (InputException | IOException e) {
            return List.of(vertebra); // fails when its turn comes, with its reason
        }
    }

    private static TextTable withFiles(TextTable table, Path folder, List<CaseFailure> missing) {
        List<TextTable.Row> rows = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            List<Problem> problems = problems(table, row, folder);
            boolean excluded = table.has("exclude") && table.find(row, "exclude").isPresent();
            if (problems.isEmpty()) {
                rows.add(table.row(row));
            } else if (!excluded) {
                missing.add(new CaseFailure(table.has("case_id") ? table.cell(row, "case_id") : "", problems));
            }
        }
        if (rows.isEmpty() && !missing.isEmpty()) {
            throw new InputException(missing.stream().flatMap(failure -> failure.problems().stream()).toList());
        }
        return new TextTable(table.source(), table.header(), rows);
    }

    private static List<Problem> problems(TextTable table, int row, Path folder) {
        List<Problem> problems = new ArrayList<>();
        for (String column : FILES) {
            Optional<Path> file = table.has(column) ? table.find(row, column).map(folder::resolve) : Optional.empty();
            if (file.isPresent() && !Files.exists(file.get())) {
                problems.add(new Problem(
                        CohortProblem.MISSING_FILE,
                        table.source() + ", line " + table.row(row).line() + ", column " + column,
                        "nothing at " + file.get().normalize(),
                        "a file, relative to the manifest's folder",
                        "correct the path, or move the manifest beside its files"));
            }
        }
        return problems;
    }
}
