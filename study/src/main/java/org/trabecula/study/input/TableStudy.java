package org.trabecula.study.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trabecula.cohort.ClassNames;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.ManifestFile;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.study.problem.StudyProblem;
import org.trabecula.table.ColumnRole;
import org.trabecula.table.ColumnRoles;
import org.trabecula.table.FeatureTable;
import org.trabecula.table.GroupLabel;
import org.trabecula.table.Missing;
import org.trabecula.table.MissingCells;
import org.trabecula.table.TextTable;
import org.trabecula.table.UnclaimedColumns;

/// Reads a table that holds outcomes and features already, of this program or any other.
public final class TableStudy {
    /// Roles that name a row, the likeliest first.
    private static final List<ColumnRole> USUAL_IDS = List.of(ColumnRole.CASE_ID, ColumnRole.ID, ColumnRole.PATIENT_ID);
    /// What is read beside the features: everything that a manifest knows but files.
    private static final EnumSet<ColumnRole> WITH_AN_OUTCOME = EnumSet.of(
            ColumnRole.CASE_ID, ColumnRole.PATIENT_ID, ColumnRole.OUTCOME, ColumnRole.AGE, ColumnRole.SEX, ColumnRole.LEVEL,
            ColumnRole.CENTRE, ColumnRole.SPLIT, ColumnRole.EXCLUDE, ColumnRole.DOCTOR, ColumnRole.DOCTOR_WITH_MODEL,
            ColumnRole.LABEL, ColumnRole.READER_1, ColumnRole.READER_2, ColumnRole.LASSO_FOLD, ColumnRole.GRID_FOLD);
    /// What is read of new cases; whatever is known of their outcome plays no part.
    private static final EnumSet<ColumnRole> NEW =
            EnumSet.of(ColumnRole.CASE_ID, ColumnRole.AGE, ColumnRole.SEX, ColumnRole.LEVEL, ColumnRole.CENTRE, ColumnRole.EXCLUDE);
    /// The same with what a validation compares: who it was, and what it was.
    private static final EnumSet<ColumnRole> NEW_WITH_AN_OUTCOME = EnumSet.of(
            ColumnRole.CASE_ID, ColumnRole.PATIENT_ID, ColumnRole.OUTCOME, ColumnRole.AGE, ColumnRole.SEX, ColumnRole.LEVEL,
            ColumnRole.CENTRE, ColumnRole.EXCLUDE);
    private static final int NAMES_IN_A_NOTE = 5;
    private static final int MOST_MISSING_LISTED = 8;

    private TableStudy() {}

    /// Which columns mean what.
    ///
    /// @param outcome  column of the outcome; absent: the table's `outcome`
    /// @param id       column that names a row; absent: guessed, and the guess is noted
    /// @param patient  column that groups rows; absent: the table's `patient_id`, else each row is a patient
    /// @param eachRowAPatient whether somebody said that each row is a patient of its own, whatever other columns look like
    /// @param positive name of the positive class
    public record Columns(
            Optional<String> outcome, Optional<String> id, Optional<String> patient, boolean eachRowAPatient, Optional<String> positive) {}

    /// Whether a table names images, so that it can be a manifest.
    public static boolean isManifest(TextTable table) {
        ColumnRoles roles = ColumnRoles.of(table);
        return roles.has(ColumnRole.IMAGE) && roles.has(ColumnRole.MASK);
    }

    /// A table of cases with outcomes and features.
    ///
    /// @param folder that paths in the table start from
    /// @throws InputException if a column is missing, a column of numbers holds something else, or no numeric column is left
    public static StudyData read(TextTable table, Path folder, Columns columns) {
        String outcome = outcome(table, columns);
        List<String> notes = new ArrayList<>();
        Map<String, ColumnRole> given = given(table, outcome, columns, notes);
        Cohort read = ManifestFile.of(manifest(table, given, WITH_AN_OUTCOME), folder, columns.positive());
        notes.addAll(read.notes());
        UnclaimedColumns found = UnclaimedColumns.of(table, given.keySet());
        if (found.numbers().isEmpty()) {
            throw new InputException(new Problem(
                    StudyProblem.NO_FEATURES, table.source(), "no numeric column besides the outcome",
                    "one numeric column per feature", "add features, or name images and masks in columns image and mask"));
        }
        notes.addAll(found.notes(table));
        notes.addAll(ColumnRoles.of(table).notes(given.keySet()));
        told(ColumnRoles.of(table).reserved(given.keySet()).stream().filter(TableStudy::isNoFactOfTheCase).toList(),
                "no features, for their names", notes);
        FeatureTable features = features(table, found.numbers(), read);
        notes.addAll(FeatureAlarms.of(read.cases(), features));
        return StudyData.ofTable(new Cohort(read.source(), read.cases(), classes(table, read, outcome, columns.positive()), notes), features);
    }

    /// A table of new cases: the features that a model asks for, perhaps age and sex. Whatever else it holds is not looked at, an
    /// outcome neither.
    ///
    /// @param needed features, under the names they had in the study
    /// @throws InputException STU-010 naming the features that are missing, TAB-006 for a cell that holds no number
    public static StudyData readNew(TextTable table, Path folder, Optional<String> id, List<String> needed) {
        requireFeatures(table, needed);
        List<String> notes = new ArrayList<>();
        Map<String, ColumnRole> given = given(table, "", new Columns(Optional.empty(), id, Optional.empty(), true, Optional.empty()), notes);
        Cohort read = ManifestFile.of(manifest(table, given, NEW), folder, Optional.empty());
        notes.addAll(read.notes());
        notes.addAll(MissingCells.notes(table, needed));
        return StudyData.ofTable(new Cohort(read.source(), read.cases(), read.classes(), notes), features(table, needed, read));
    }

    /// A table of cases that a model never saw, with their outcomes: what [#readNew] reads, outcomes and patients. The split of
    /// another study plays no part.
    ///
    /// @param columns with the outcome's, or the table has a column `outcome`
    /// @param needed  features, under the names they had in the study
    /// @throws InputException as [#readNew], and if outcomes cannot be read
    public static StudyData readOutcomes(TextTable table, Path folder, Columns columns, List<String> needed) {
        String outcome = outcome(table, columns);
        requireFeatures(table, needed);
        List<String> notes = new ArrayList<>();
        Map<String, ColumnRole> given = given(table, outcome, columns, notes);
        Cohort read = ManifestFile.of(manifest(table, given, NEW_WITH_AN_OUTCOME), folder, columns.positive());
        notes.addAll(read.notes());
        notes.addAll(MissingCells.notes(table, needed));
        return StudyData.ofTable(
                new Cohort(read.source(), read.cases(), classes(table, read, outcome, columns.positive()), notes), features(table, needed, read));
    }

    /// The column of the outcome.
    ///
    /// @throws InputException with a suggestion when it is missing
    private static String outcome(TextTable table, Columns columns) {
        String outcome = columns.outcome()
                .or(() -> ColumnRoles.of(table).column(ColumnRole.OUTCOME))
                .orElse(ColumnRole.OUTCOME.column());
        table.column(outcome);
        return outcome;
    }

    private static void requireFeatures(TextTable table, List<String> needed) {
        List<String> missing = needed.stream().filter(name -> !table.has(name)).toList();
        if (!missing.isEmpty()) {
            throw new InputException(new Problem(
                    StudyProblem.NO_FEATURES, table.source() + ", line " + table.headerLine(),
                    missing.size() + " of the model's " + needed.size() + " features are missing: "
                            + String.join(", ", missing.subList(0, Math.min(MOST_MISSING_LISTED, missing.size())))
                            + (missing.size() > MOST_MISSING_LISTED ? ", …" : ""),
                    "every feature of the study's table, under the name it had there", "measure the features as in the study"));
        }
    }

    /// What the user's flags and the names say of outcome, row and patient.
    ///
    /// @param outcome empty for new cases
    private static Map<String, ColumnRole> given(TextTable table, String outcome, Columns columns, List<String> notes) {
        Optional<String> id = columns.id().or(() -> guess(table, outcome, notes));
        Optional<String> patient = columns.patient().or(() -> patient(table, outcome, id, notes));
        if (patient.isEmpty() && !outcome.isEmpty() && !columns.eachRowAPatient()) {
            requireNoPatients(table, outcome, id);
        }
        if (patient.isEmpty() && !outcome.isEmpty()) {
            notes.add("no patient column: every row counts as a patient of its own (--group names one)");
        }
        Map<String, ColumnRole> given = new LinkedHashMap<>();
        if (!outcome.isEmpty()) {
            given.put(outcome, ColumnRole.OUTCOME);
        }
        id.ifPresent(column -> given.put(column, ColumnRole.CASE_ID));
        patient.ifPresent(column -> given.putIfAbsent(column, ColumnRole.PATIENT_ID));
        return given;
    }

    /// Names in the column, else the column's own name with 1 and 0: a table of numbers may be about anything, whatever its outcome
    /// column is called.
    private static ClassNames classes(TextTable table, Cohort read, String outcome, Optional<String> positive) {
        boolean named = positive.isPresent()
                || table.column(outcome).stream().map(GroupLabel::ofClass).anyMatch(read.classes().positive()::equals);
        return named || !read.classes().areFractureAge() ? read.classes() : ClassNames.ofColumn(outcome);
    }

    private static Optional<String> guess(TextTable table, String outcome, List<String> notes) {
        for (ColumnRole usual : USUAL_IDS) {
            for (String column : table.header()) {
                if (column.equals(outcome) || ColumnRole.of(column).filter(usual::equals).isEmpty()) {
                    continue;
                }
                List<String> cells = table.column(column);
                if (usual == ColumnRole.CASE_ID || Set.copyOf(cells).size() == cells.size() && cells.stream().noneMatch(Missing::is)) {
                    if (!column.equals(ColumnRole.CASE_ID.column())) {
                        notes.add("rows are named by column '" + column + "' (--id names another)");
                    }
                    return Optional.of(column); // a case_id that repeats is refused by the manifest
                }
            }
        }
        notes.add("no column names the rows: they are called row-1, row-2, … (--id names one)");
        return Optional.empty();
    }

    /// A column that may name patients, and in which values repeat, is not passed over: its rows would stand on both sides of a split.
    private static void requireNoPatients(TextTable table, String outcome, Optional<String> id) {
        for (String column : ColumnRoles.of(table).almost(ColumnRole.PATIENT_ID)) {
            List<String> named = table.column(column).stream().filter(cell -> !Missing.is(cell)).toList();
            int patients = Set.copyOf(named).size();
            if (!column.equals(outcome) && !id.equals(Optional.of(column)) && patients < named.size()) {
                throw new InputException(new Problem(
                        StudyProblem.WHOSE_ROWS, table.where(column), patients + " values in " + named.size() + " rows, as of patients with several",
                        "to know which rows are one patient's: they stand on one side of a split",
                        "add --group '" + column + "' if it names patients, else --each-row-a-patient"));
            }
        }
    }

    private static Optional<String> patient(TextTable table, String outcome, Optional<String> id, List<String> notes) {
        Optional<String> patient =
                ColumnRoles.of(table).column(ColumnRole.PATIENT_ID).filter(column -> !column.equals(outcome));
        patient.filter(column -> !column.equals(ColumnRole.PATIENT_ID.column()) && !id.equals(patient))
                .ifPresent(column -> notes.add("rows are grouped by column '" + column + "' (--group names another)"));
        return patient;
    }

    /// Columns such as `time`, which mean something elsewhere and nothing here; age and sex are used.
    private static boolean isNoFactOfTheCase(String column) {
        return ColumnRole.of(column).filter(WITH_AN_OUTCOME::contains).isEmpty();
    }

    private static void told(List<String> columns, String why, List<String> notes) {
        if (!columns.isEmpty()) {
            notes.add(String.join(", ", columns.subList(0, Math.min(NAMES_IN_A_NOTE, columns.size())))
                    + (columns.size() > NAMES_IN_A_NOTE ? ", …" : "") + ": " + why);
        }
    }

    /// The columns that a manifest knows, under its names.
    ///
    /// @param given roles that the user gave; they go before what the names say
    /// @param read  roles that are looked for
    private static TextTable manifest(TextTable table, Map<String, ColumnRole> given, EnumSet<ColumnRole> read) {
        Map<ColumnRole, String> columns = new LinkedHashMap<>();
        given.forEach((column, role) -> columns.putIfAbsent(role, column));
        ColumnRoles roles = ColumnRoles.of(table);
        for (ColumnRole role : read) {
            roles.column(role)
                    .filter(column -> !given.containsKey(column))
                    .ifPresent(column -> columns.putIfAbsent(role, column));
        }
        boolean numbered = !columns.containsKey(ColumnRole.CASE_ID);
        boolean grouped = columns.containsKey(ColumnRole.PATIENT_ID);
        List<String> header = new ArrayList<>();
        List<List<String>> cells = new ArrayList<>();
        columns.forEach((role, column) -> {
            header.add(role.column());
            cells.add(table.column(column));
        });
        if (numbered) {
            header.add(ColumnRole.CASE_ID.column());
        }
        if (!grouped) {
            header.add(ColumnRole.PATIENT_ID.column());
        }
        List<TextTable.Row> rows = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            int at = row;
            List<String> made = new ArrayList<>(cells.stream().map(column -> column.get(at)).toList());
            if (numbered) {
                made.add("row-" + (row + 1));
            }
            if (!grouped) {
                made.add(""); // an empty patient_id is the case's own
            }
            rows.add(new TextTable.Row(table.line(row), made));
        }
        Map<String, String> inTheFile = new LinkedHashMap<>();
        columns.forEach((role, column) -> inTheFile.put(role.column(), column));
        return table.remade(header, rows, inTheFile);
    }

    private static FeatureTable features(TextTable table, List<String> names, Cohort cohort) {
        return new FeatureTable(
                cohort.cases().stream().map(VertebraCase::caseId).toList(), names,
                names.stream().map(table::numbers).toArray(double[][]::new));
    }
}
