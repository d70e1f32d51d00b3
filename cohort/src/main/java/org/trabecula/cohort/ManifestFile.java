package org.trabecula.cohort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.TextTable;

/// Reads `cases.csv`: one row a vertebra. All that is wrong is told at once.
public final class ManifestFile {
    private static final Set<String> KNOWN = Set.of(
            "case_id", "patient_id", "image", "mask", "label", "outcome", "age", "sex", "level", "centre", "split",
            "mask_intra", "mask_inter", "exclude", "doctor");

    private final TextTable table;
    private final Path folder;
    private final Outcomes outcomes;
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private ManifestFile(TextTable table, Path folder, Optional<String> positive) {
        this.table = table;
        this.folder = folder;
        this.outcomes = Outcomes.of(table, positive);
    }

    /// Reads a manifest; paths in it are relative to its folder.
    ///
    /// @param positive the name of the positive class when outcomes are names; absent: `acute`, or 1
    /// @throws InputException listing every row that cannot be understood
    public static Cohort read(Path file, Optional<String> positive) {
        Path parent = file.toAbsolutePath().getParent();
        return of(DelimitedText.read(file), parent == null ? Path.of("/") : parent, positive);
    }

    /// The same, from a table already read.
    public static Cohort of(TextTable table, Path folder, Optional<String> positive) {
        return new ManifestFile(table, folder, positive).read();
    }

    private Cohort read() {
        table.column("case_id");
        if (table.rowCount() == 0) {
            throw new InputException(new Problem(
                    CohortProblem.NO_CASES, table.source(), "a header and no rows", "one row a vertebra",
                    "add the cases below the header"));
        }
        if (!table.has("patient_id")) {
            notes.add("no column patient_id: every case counts as a patient of its own");
        }
        Map<String, Integer> lines = new HashMap<>();
        List<VertebraCase> cases = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            VertebraCase read = readCase(row);
            if (read.caseId().isEmpty()) {
                refuse(CohortProblem.NO_CASE_ID, row, "case_id", "an empty cell", "a unique name", "name the case");
            } else {
                Integer earlier = lines.putIfAbsent(read.caseId(), read.line());
                if (earlier != null) {
                    refuse(CohortProblem.DUPLICATE_CASE, row, "case_id",
                            "'" + read.caseId() + "', as in line " + earlier, "every case_id once",
                            "rename one of the two, for instance with the vertebra's level");
                }
            }
            cases.add(read);
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return new Cohort(table.source(), cases, outcomes.names(), notes);
    }

    private VertebraCase readCase(int row) {
        String id = table.cell(row, "case_id");
        Map<String, String> extra = new LinkedHashMap<>();
        for (String column : table.header()) {
            if (!KNOWN.contains(column)) {
                extra.put(column, table.cell(row, column));
            }
        }
        return new VertebraCase(
                id,
                table.find(row, "patient_id").orElse(id),
                file(row, "image"),
                file(row, "mask"),
                table.find(row, "label"),
                outcome(row),
                age(row),
                sex(row),
                table.find(row, "level").orElse(""),
                table.find(row, "centre").orElse(""),
                part(row),
                file(row, "mask_intra"),
                file(row, "mask_inter"),
                table.find(row, "exclude"),
                table.find(row, "doctor"),
                table.row(row).line(),
                extra);
    }

    private Optional<Path> file(int row, String column) {
        return table.find(row, column).map(text -> {
            Path path = folder.resolve(text).normalize();
            if (!Files.exists(path)) {
                refuse(CohortProblem.MISSING_FILE, row, column, "nothing at " + path,
                        "a file, relative to the manifest's folder", "correct the path, or move the manifest beside its files");
            }
            return path;
        });
    }

    private OptionalInt outcome(int row) {
        Optional<String> text = table.find(row, "outcome");
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalInt outcome = outcomes.of(text.get());
        if (outcome.isEmpty()) {
            refuse(CohortProblem.OUTCOME, row, "outcome", "'" + text.get() + "'", outcomes.expected(),
                    "correct the cell, or name the positive class with --positive");
        }
        return outcome;
    }

    private double age(int row) {
        Optional<String> text = table.find(row, "age").filter(t -> !t.equalsIgnoreCase("NA"));
        if (text.isEmpty()) {
            return Double.NaN;
        }
        try {
            double years = Double.parseDouble(text.get());
            if (years >= 0 && years <= 130) {
                return years;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        refuse(CohortProblem.AGE, row, "age", "'" + text.get() + "'", "years between 0 and 130, or an empty cell",
                "correct the age");
        return Double.NaN;
    }

    private Sex sex(int row) {
        String text = table.find(row, "sex").orElse("");
        Optional<Sex> sex = Sex.parse(text);
        if (sex.isEmpty()) {
            refuse(CohortProblem.SEX, row, "sex", "'" + text + "'", "F or M (female, male, w, m), or an empty cell",
                    "write F or M; numbers are not understood because hospitals code them differently");
        }
        return sex.orElse(Sex.UNKNOWN);
    }

    private Part part(int row) {
        String text = table.find(row, "split").orElse("");
        return switch (text) {
            case "" -> Part.NOT_GIVEN;
            case "train" -> Part.TRAIN;
            case "test" -> Part.TEST;
            default -> {
                refuse(CohortProblem.SPLIT, row, "split", "'" + text + "'", "train, test, or an empty cell",
                        "correct the cell");
                yield Part.NOT_GIVEN;
            }
        };
    }

    private void refuse(CohortProblem code, int row, String column, String found, String expected, String fix) {
        String where = table.source() + ", line " + table.row(row).line() + ", column " + column;
        problems.add(new Problem(code, where, found, expected, fix));
    }
}
