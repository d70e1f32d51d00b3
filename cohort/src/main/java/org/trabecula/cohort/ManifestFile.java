package org.trabecula.cohort;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.table.ColumnRole;
import org.trabecula.table.ColumnRoles;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.Missing;
import org.trabecula.table.TextTable;

/// Reads `cases.csv`: one row a vertebra. All that is wrong is told at once.
///
/// Columns are known by their [ColumnRole], so PyRadiomics' batch files (`Image,Mask,Label`, with or without `ID`) are
/// manifests too.
public final class ManifestFile {
    private static final List<ColumnRole> FACTS = List.of(ColumnRole.AGE, ColumnRole.SEX, ColumnRole.CENTRE);
    private static final EnumSet<ColumnRole> NOT_OF_NEW_CASES =
            EnumSet.of(ColumnRole.OUTCOME, ColumnRole.SPLIT, ColumnRole.MASK_INTRA, ColumnRole.MASK_INTER, ColumnRole.DOCTOR, ColumnRole.DOCTOR_WITH_MODEL,
                    ColumnRole.READER_1, ColumnRole.READER_2, ColumnRole.LASSO_FOLD, ColumnRole.GRID_FOLD);

    private ManifestFile() {}

    /// Reads a manifest; paths in it are relative to its folder.
    ///
    /// @param positive the name of the positive class when outcomes are names; absent: `acute`, or 1
    /// @throws InputException listing every row that cannot be understood
    public static Cohort read(Path file, Optional<String> positive) {
        return of(DelimitedText.read(file), folderOf(file), positive);
    }

    /// A manifest for work that goes on where a case fails.
    ///
    /// @param cohort  every row whose image and mask are there
    /// @param missing the others, but for excluded ones, with what is missing
    public record Found(Cohort cohort, Map<VertebraCase, List<Problem>> missing) {}

    /// Reads a manifest as [#read] does, but sets rows apart whose image or mask does not exist.
    ///
    /// @throws InputException as [#read], and when not a single row has its files
    public static Found readFound(Path file, Optional<String> positive) {
        Map<VertebraCase, List<Problem>> missing = new LinkedHashMap<>();
        Cohort cohort = of(DelimitedText.read(file), folderOf(file), positive, MissingFiles.SET_APART, missing);
        if (cohort.cases().isEmpty()) {
            throw new InputException(missing.values().stream().flatMap(List::stream).toList());
        }
        return new Found(cohort, missing);
    }

    /// A manifest whose files lie where this computer does not look: their names are taken as they stand, in no folder.
    ///
    /// @throws InputException as [#read], but for files
    public static Cohort readElsewhere(TextTable table) {
        return of(table, Path.of(""), Optional.empty(), MissingFiles.NOT_LOOKED_FOR, new LinkedHashMap<>());
    }

    /// As typed, not made absolute: where a person keeps files is not for lists that are handed on.
    public static Path folderOf(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }

    /// A manifest of new cases: what is known of their outcomes, split and second outlines plays no part and is not read.
    public static Cohort ofNew(TextTable table, Path folder) {
        return of(without(table, NOT_OF_NEW_CASES), folder, Optional.empty());
    }

    /// The same with the outcomes, against which a finished model is held.
    ///
    /// @param positive as in [#read]
    public static Cohort ofNewWithOutcomes(TextTable table, Path folder, Optional<String> positive) {
        EnumSet<ColumnRole> unread = EnumSet.copyOf(NOT_OF_NEW_CASES);
        unread.remove(ColumnRole.OUTCOME);
        return of(without(table, unread), folder, positive);
    }

    private static TextTable without(TextTable table, EnumSet<ColumnRole> unread) {
        return table.select(table.header().stream()
                .filter(column -> ColumnRole.of(column).filter(unread::contains).isEmpty())
                .toList());
    }

    /// The same, from a table already read.
    public static Cohort of(TextTable table, Path folder, Optional<String> positive) {
        return of(table, folder, positive, MissingFiles.REFUSED, new LinkedHashMap<>());
    }

    private static Cohort of(
            TextTable table, Path folder, Optional<String> positive, MissingFiles rule, Map<VertebraCase, List<Problem>> apart) {
        if (table.rowCount() == 0) {
            throw new InputException(new Problem(
                    CohortProblem.NO_CASES, table.source(), "a header and no rows", "one row a vertebra",
                    "add the cases below the header"));
        }
        List<Problem> problems = new ArrayList<>();
        List<String> notes = new ArrayList<>(table.notes());
        CaseNames names = CaseNames.of(table, notes);
        Outcomes outcomes = Outcomes.of(table, positive);
        outcomes.refused().ifPresent(problems::add);
        notes.addAll(patients(table));
        ManifestRow row = new ManifestRow(table, folder, names, outcomes, problems, rule);
        Map<String, Integer> lines = new HashMap<>();
        List<VertebraCase> cases = new ArrayList<>();
        for (int number = 0; number < table.rowCount(); number++) {
            VertebraCase read = row.read(number);
            if (read.caseId().isEmpty()) {
                row.refuse(CohortProblem.NO_CASE_ID, number, names.column(), "an empty cell", "a unique name", "name the case");
            } else {
                Integer earlier = lines.putIfAbsent(read.caseId(), read.line());
                if (earlier != null) {
                    row.refuse(CohortProblem.DUPLICATE_CASE, number, names.column(),
                            "'" + read.caseId() + "', as in line " + earlier, "every case_id once",
                            "rename one of the two, for instance with the vertebra's level");
                }
            }
            List<Problem> missing = row.missing();
            if (missing.isEmpty() || read.exclude().isPresent()) {
                cases.add(read);
            } else {
                apart.put(read, missing);
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        notes.addAll(unknown(table));
        notes.addAll(table.loneGroups(ColumnRoles.of(table).column(ColumnRole.CENTRE).stream().toList()));
        notes.addAll(CohortAlarms.of(cases));
        return new Cohort(table.source(), cases, outcomes.names(), notes);
    }

    /// What is not recorded of some cases.
    private static List<String> unknown(TextTable table) {
        ColumnRoles roles = ColumnRoles.of(table);
        List<String> notes = new ArrayList<>();
        for (ColumnRole role : FACTS) {
            roles.column(role).ifPresent(column -> {
                long without = table.column(column).stream().filter(Missing::is).count();
                if (without > 0) {
                    notes.add(role.column() + ": not recorded in " + without + " of " + table.rowCount() + " rows");
                }
            });
        }
        return notes;
    }

    /// Rows whose patient nobody knows are not one patient.
    private static List<String> patients(TextTable table) {
        Optional<String> column = ColumnRoles.of(table).column(ColumnRole.PATIENT_ID);
        if (column.isEmpty()) {
            return List.of("no column patient_id: every case counts as a patient of its own");
        }
        long without = table.column(column.get()).stream().filter(Missing::is).count();
        return without == 0 || without == table.rowCount()
                ? List.of()
                : List.of(without + (without == 1 ? " row" : " rows") + " without a patient (" + ColumnRole.PATIENT_ID.column()
                        + "): each counts as a patient of its own");
    }
}
