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
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.study.problem.StudyProblem;
import org.trabecula.table.ColumnRole;
import org.trabecula.table.ColumnRoles;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.FeatureTable;
import org.trabecula.table.TextTable;

/// Reads a table that holds outcomes and features already, of this program or any other.
public final class TableStudy {
    /// Roles that name a row, the likeliest first.
    private static final List<ColumnRole> USUAL_IDS = List.of(ColumnRole.CASE_ID, ColumnRole.ID, ColumnRole.PATIENT_ID);
    /// What is read beside the features: everything that a manifest knows but files.
    private static final EnumSet<ColumnRole> ABOUT_THE_CASE = EnumSet.of(
            ColumnRole.CASE_ID, ColumnRole.PATIENT_ID, ColumnRole.OUTCOME, ColumnRole.AGE, ColumnRole.SEX, ColumnRole.LEVEL,
            ColumnRole.CENTRE, ColumnRole.SPLIT, ColumnRole.EXCLUDE, ColumnRole.DOCTOR, ColumnRole.LABEL);
    private static final int NAMES_IN_A_NOTE = 5;

    private TableStudy() {}

    /// Which columns mean what.
    ///
    /// @param outcome  column of the outcome
    /// @param id       column that names a row; absent: guessed, and the guess is noted
    /// @param patient  column that groups rows; absent: the table's `patient_id`, else each row is a patient
    /// @param positive name of the positive class
    public record Columns(String outcome, Optional<String> id, Optional<String> patient, Optional<String> positive) {}

    /// Whether a table names images, so that it is a manifest and no feature table.
    public static boolean isManifest(TextTable table) {
        ColumnRoles roles = ColumnRoles.of(table);
        return roles.has(ColumnRole.IMAGE) && roles.has(ColumnRole.MASK);
    }

    /// @throws InputException if a column is missing or no numeric column is left
    public static StudyData read(Path file, Columns columns) {
        TextTable table = DelimitedText.read(file);
        table.column(columns.outcome()); // refuses with a suggestion when it is missing
        return read(file, table, columns);
    }

    /// A table of new cases: features, perhaps age and sex, no outcome needed.
    ///
    /// @throws InputException if no numeric column is left
    public static StudyData readNew(Path file, Optional<String> id) {
        return read(file, DelimitedText.read(file), new Columns("outcome", id, Optional.empty(), Optional.empty()));
    }

    private static StudyData read(Path file, TextTable table, Columns columns) {
        List<String> notes = new ArrayList<>();
        Optional<String> id = columns.id().or(() -> guess(table, columns.outcome(), notes));
        Optional<String> patient = columns.patient().or(() -> patient(table, columns.outcome(), id, notes));
        if (patient.isEmpty()) {
            notes.add("no patient column: every row counts as a patient of its own (--group names one)");
        }
        Map<String, ColumnRole> given = new LinkedHashMap<>();
        if (table.has(columns.outcome())) {
            given.put(columns.outcome(), ColumnRole.OUTCOME);
        }
        id.ifPresent(column -> given.put(column, ColumnRole.CASE_ID));
        patient.ifPresent(column -> given.putIfAbsent(column, ColumnRole.PATIENT_ID));
        TextTable manifest = manifest(table, given, id.isEmpty(), patient.isPresent());
        Path folder = file.toAbsolutePath().getParent();
        Cohort read = ManifestFile.of(manifest, folder == null ? Path.of("/") : folder, columns.positive());
        notes.addAll(read.notes());
        FeatureTable features = features(table, given.keySet(), read);
        notes.add(features.names().size() + " numeric columns are features");
        told(ColumnRoles.of(table).reserved(given.keySet()).stream().filter(TableStudy::isNoFactOfTheCase).toList(),
                "no features, for their names", notes);
        return StudyData.ofTable(new Cohort(read.source(), read.cases(), classes(read, columns), notes), features);
    }

    /// Names in the column, else the column's own name with 1 and 0.
    private static ClassNames classes(Cohort read, Columns columns) {
        boolean unnamed = read.classes().areFractureAge() && !columns.outcome().equals("outcome");
        return unnamed && columns.positive().isEmpty() ? ClassNames.ofColumn(columns.outcome()) : read.classes();
    }

    private static Optional<String> guess(TextTable table, String outcome, List<String> notes) {
        for (ColumnRole usual : USUAL_IDS) {
            for (String column : table.header()) {
                if (!column.equals(outcome)
                        && ColumnRole.of(column).filter(usual::equals).isPresent()
                        && Set.copyOf(table.column(column)).size() == table.rowCount()) {
                    if (!column.equals(ColumnRole.CASE_ID.column())) {
                        notes.add("rows are named by column '" + column + "' (--id names another)");
                    }
                    return Optional.of(column);
                }
            }
        }
        notes.add("no column names the rows: they are called row-1, row-2, … (--id names one)");
        return Optional.empty();
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
        return ColumnRole.of(column).filter(ABOUT_THE_CASE::contains).isEmpty();
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
    private static TextTable manifest(
            TextTable table, Map<String, ColumnRole> given, boolean numbered, boolean grouped) {
        Map<ColumnRole, String> columns = new LinkedHashMap<>();
        given.forEach((column, role) -> columns.put(role, column));
        for (ColumnRole role : ABOUT_THE_CASE) {
            ColumnRoles.of(table).column(role)
                    .filter(column -> !given.containsKey(column))
                    .ifPresent(column -> columns.putIfAbsent(role, column));
        }
        List<String> header = new ArrayList<>();
        List<String> sources = new ArrayList<>(columns.values());
        columns.keySet().forEach(role -> header.add(role.column()));
        List<TextTable.Row> rows = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            List<String> cells = new ArrayList<>();
            for (String source : sources) {
                cells.add(table.cell(row, source));
            }
            if (numbered) {
                cells.add("row-" + (row + 1));
            }
            if (!grouped) {
                cells.add(""); // an empty patient_id is the case's own
            }
            rows.add(new TextTable.Row(table.line(row), cells));
        }
        if (numbered) {
            header.add("case_id");
        }
        if (!grouped) {
            header.add("patient_id");
        }
        Map<String, String> inTheFile = new LinkedHashMap<>();
        columns.forEach((role, column) -> inTheFile.put(role.column(), column));
        return new TextTable(table.source(), header, rows, inTheFile).withNotes(table.notes());
    }

    private static FeatureTable features(TextTable table, Set<String> taken, Cohort cohort) {
        List<String> names = ColumnRoles.of(table).features(taken);
        if (names.isEmpty()) {
            throw new InputException(new Problem(
                    StudyProblem.NO_FEATURES, table.source(), "no numeric column besides the outcome",
                    "one numeric column per feature", "add features, or name images and masks in columns image and mask"));
        }
        return new FeatureTable(
                cohort.cases().stream().map(c -> c.caseId()).toList(), names,
                names.stream().map(table::numbers).toArray(double[][]::new));
    }
}
