package org.trabecula.cohort;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.trabecula.core.Problem;
import org.trabecula.table.ColumnRole;
import org.trabecula.table.ColumnRoles;
import org.trabecula.table.GroupLabel;
import org.trabecula.table.Missing;
import org.trabecula.table.TextTable;

/// Reads one row of a manifest after the other; what cannot be understood goes to `problems`; a missing image
/// or mask goes to [#missing] where [MissingFiles] says so.
final class ManifestRow {
    private static final double OLDEST_YEARS = 130;

    /// Columns that become a part of the case; the others travel along as they are.
    private static final EnumSet<ColumnRole> READ = EnumSet.of(
            ColumnRole.CASE_ID, ColumnRole.PATIENT_ID, ColumnRole.IMAGE, ColumnRole.MASK, ColumnRole.LABEL, ColumnRole.OUTCOME,
            ColumnRole.AGE, ColumnRole.SEX, ColumnRole.LEVEL, ColumnRole.CENTRE, ColumnRole.SPLIT, ColumnRole.MASK_INTRA,
            ColumnRole.MASK_INTER, ColumnRole.EXCLUDE, ColumnRole.DOCTOR, ColumnRole.DOCTOR_WITH_MODEL, ColumnRole.READER_1,
            ColumnRole.READER_2, ColumnRole.LASSO_FOLD, ColumnRole.GRID_FOLD);

    private final TextTable table;
    private final ColumnRoles roles;
    private final Path folder;
    private final CaseNames names;
    private final Outcomes outcomes;
    private final List<Problem> problems;
    private final MissingFiles rule;
    private final List<Problem> missing = new ArrayList<>();

    ManifestRow(TextTable table, Path folder, CaseNames names, Outcomes outcomes, List<Problem> problems, MissingFiles rule) {
        this.table = table;
        this.roles = ColumnRoles.of(table);
        this.folder = folder;
        this.names = names;
        this.outcomes = outcomes;
        this.problems = problems;
        this.rule = rule;
    }

    VertebraCase read(int row) {
        missing.clear();
        String id = names.of(row);
        return new VertebraCase(
                new CaseIdentity(id, given(row, ColumnRole.PATIENT_ID).orElse(id), table.line(row)),
                given(row, ColumnRole.LEVEL).orElse(""),
                new CaseFiles(
                        file(row, ColumnRole.IMAGE), file(row, ColumnRole.MASK),
                        given(row, ColumnRole.LABEL).map(GroupLabel::of), file(row, ColumnRole.MASK_INTRA),
                        file(row, ColumnRole.MASK_INTER)),
                new Patient(age(row), sex(row), given(row, ColumnRole.CENTRE).map(GroupLabel::of).orElse("")),
                new CaseUse(outcome(row), part(row), given(row, ColumnRole.EXCLUDE).flatMap(Exclusion::reason),
                        new DoctorCells(given(row, ColumnRole.DOCTOR), given(row, ColumnRole.DOCTOR_WITH_MODEL)),
                        new Readings(reading(row, ColumnRole.READER_1), reading(row, ColumnRole.READER_2)),
                        new CaseFolds(fold(row, ColumnRole.LASSO_FOLD), fold(row, ColumnRole.GRID_FOLD))),
                extra(row));
    }

    /// Why the row that was read last has no image or no mask; empty unless such rows are set apart.
    List<Problem> missing() {
        return List.copyOf(missing);
    }

    void refuse(CohortProblem code, int row, String column, String found, String expected, String fix) {
        problems.add(new Problem(code, table.where(row, column), found, expected, fix));
    }

    private void refuse(CohortProblem code, int row, ColumnRole role, String found, String expected, String fix) {
        refuse(code, row, roles.column(role).orElse(role.column()), found, expected, fix);
    }

    /// A cell that holds something; the words for a missing value are nothing.
    private Optional<String> given(int row, ColumnRole role) {
        return roles.find(row, role).filter(cell -> !Missing.is(cell));
    }

    private Map<String, String> extra(int row) {
        Map<String, String> extra = new LinkedHashMap<>();
        for (String column : table.header()) {
            Optional<ColumnRole> role = ColumnRole.of(column);
            if (role.isEmpty() || !READ.contains(role.get())) {
                extra.put(column, table.cell(row, column));
            }
        }
        return extra;
    }

    private Optional<Path> file(int row, ColumnRole role) {
        return given(row, role).flatMap(text -> {
            try {
                Path path = folder.resolve(text).normalize();
                if (rule != MissingFiles.NOT_LOOKED_FOR && !Files.exists(path)) {
                    boolean apart = rule == MissingFiles.SET_APART && (role == ColumnRole.IMAGE || role == ColumnRole.MASK);
                    (apart ? missing : problems).add(new Problem(
                            CohortProblem.MISSING_FILE, table.where(row, roles.column(role).orElse(role.column())),
                            "nothing at " + path, "a file, relative to the manifest's folder",
                            "correct the path, or move the manifest beside its files"));
                }
                return Optional.of(path);
            } catch (InvalidPathException e) {
                refuse(CohortProblem.NO_PATH, row, role, "'" + text + "': " + e.getReason(),
                        "a path that this computer's file system can hold",
                        "rename the file, or start with LC_ALL=C.UTF-8 where names go beyond ASCII");
                return Optional.empty();
            }
        });
    }

    private OptionalInt outcome(int row) {
        Optional<String> text = given(row, ColumnRole.OUTCOME);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalInt outcome = outcomes.of(text.get());
        if (outcome.isEmpty() && outcomes.refused().isEmpty()) {
            refuse(CohortProblem.OUTCOME, row, ColumnRole.OUTCOME, "'" + text.get() + "'", "1 or 0, as in the other rows",
                    "correct the cell, or leave it empty where the outcome is not known");
        }
        return outcome;
    }

    /// In the outcome's own words, or as 1 and 0 whatever these are.
    private OptionalInt reading(int row, ColumnRole role) {
        Optional<String> text = given(row, role);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalInt named = outcomes.of(text.get());
        OptionalInt reading = named.isPresent() ? named : Outcomes.ofNumber(text.get());
        if (reading.isEmpty() && outcomes.refused().isEmpty()) {
            refuse(CohortProblem.READING, row, role, "'" + text.get() + "'",
                    outcomes.names().positive() + " or " + outcomes.names().negative() + ", or 1 or 0",
                    "correct the cell, or leave it empty where this reader did not read");
        }
        return reading;
    }

    private double age(int row) {
        Optional<String> text = given(row, ColumnRole.AGE);
        if (text.isEmpty()) {
            return Double.NaN;
        }
        OptionalDouble years = table.number(row, roles.column(ColumnRole.AGE).orElseThrow());
        if (years.isPresent() && years.getAsDouble() >= 0 && years.getAsDouble() <= OLDEST_YEARS) {
            return years.getAsDouble();
        }
        refuse(CohortProblem.AGE, row, ColumnRole.AGE, "'" + text.get() + "'", "years between 0 and 130, or an empty cell",
                "correct the age");
        return Double.NaN;
    }

    private Sex sex(int row) {
        String text = given(row, ColumnRole.SEX).orElse("");
        Optional<Sex> sex = Sex.parse(text);
        if (sex.isEmpty()) {
            refuse(CohortProblem.SEX, row, ColumnRole.SEX, "'" + text + "'", "F or M (female, male, w, m), or an empty cell",
                    "write F or M; numbers are not understood because hospitals code them differently");
        }
        return sex.orElse(Sex.UNKNOWN);
    }

    private OptionalInt fold(int row, ColumnRole role) {
        Optional<String> text = given(row, role);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalDouble fold = table.number(row, roles.column(role).orElseThrow());
        if (fold.isPresent() && fold.getAsDouble() == (int) fold.getAsDouble()) {
            return OptionalInt.of((int) fold.getAsDouble());
        }
        refuse(CohortProblem.FOLD, row, role, "'" + text.get() + "'", "a whole number, or an empty cell outside the training part",
                "correct the cell, or leave the column out: the folds are drawn then");
        return OptionalInt.empty();
    }

    private Part part(int row) {
        String text = given(row, ColumnRole.SPLIT).orElse("");
        Optional<Part> part = Part.parse(text);
        if (part.isEmpty()) {
            refuse(CohortProblem.SPLIT, row, ColumnRole.SPLIT, "'" + text + "'", "train, test, or an empty cell", "correct the cell");
        }
        return part.orElse(Part.NOT_GIVEN);
    }
}
