package org.trabecula.study.input;

import java.nio.file.Path;
import java.util.ArrayList;
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
import org.trabecula.study.StudyProblem;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.FeatureTable;
import org.trabecula.table.TextTable;

/// Reads a table that holds outcomes and features already, of this program or any other.
public final class TableStudy {
    private static final List<String> USUAL_IDS = List.of("case_id", "id", "caseid", "patient", "patientid", "patient_id");
    private static final Set<String> MANIFEST = Set.of(
            "case_id", "patient_id", "outcome", "age", "sex", "level", "centre", "split", "exclude", "doctor", "label");

    private TableStudy() {}

    /// Which columns mean what.
    ///
    /// @param outcome  column of the outcome
    /// @param id       column that names a row; absent: guessed, and the guess is noted
    /// @param patient  column that groups rows; absent: `patient_id`, else each row is a patient
    /// @param positive name of the positive class
    public record Columns(String outcome, Optional<String> id, Optional<String> patient, Optional<String> positive) {}

    /// Whether a table names images, so that it is a manifest and no feature table.
    public static boolean isManifest(TextTable table) {
        return table.has("image") && table.has("mask");
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
        Optional<String> patient =
                columns.patient().or(() -> table.has("patient_id") ? Optional.of("patient_id") : Optional.empty());
        if (patient.isEmpty()) {
            notes.add("no patient column: every row counts as a patient of its own (--group names one)");
        }
        Map<String, String> renamed = new LinkedHashMap<>();
        id.ifPresent(column -> renamed.put(column, "case_id"));
        patient.ifPresent(column -> renamed.putIfAbsent(column, "patient_id"));
        if (table.has(columns.outcome())) {
            renamed.put(columns.outcome(), "outcome");
        }
        TextTable manifest = manifest(table, renamed, id.isEmpty(), patient.isPresent());
        Path folder = file.toAbsolutePath().getParent();
        Cohort read = ManifestFile.of(manifest, folder == null ? Path.of("/") : folder, columns.positive());
        notes.addAll(read.notes());
        FeatureTable features = features(table, renamed.keySet(), read);
        notes.add(features.names().size() + " numeric columns are features");
        return StudyData.ofTable(new Cohort(read.source(), read.cases(), classes(read, columns), notes), features);
    }

    /// Names in the column, else the column's own name with 1 and 0.
    private static ClassNames classes(Cohort read, Columns columns) {
        boolean unnamed = read.classes().areFractureAge() && !columns.outcome().equals("outcome");
        return unnamed && columns.positive().isEmpty() ? ClassNames.ofColumn(columns.outcome()) : read.classes();
    }

    private static Optional<String> guess(TextTable table, String outcome, List<String> notes) {
        for (String usual : USUAL_IDS) {
            for (String column : table.header()) {
                if (!column.equals(outcome)
                        && column.equalsIgnoreCase(usual)
                        && Set.copyOf(table.column(column)).size() == table.rowCount()) {
                    if (!column.equals("case_id")) {
                        notes.add("rows are named by column '" + column + "' (--id names another)");
                    }
                    return Optional.of(column);
                }
            }
        }
        notes.add("no column names the rows: they are called row-1, row-2, … (--id names one)");
        return Optional.empty();
    }

    /// The columns that a manifest knows, under its names.
    private static TextTable manifest(TextTable table, Map<String, String> renamed, boolean numbered, boolean grouped) {
        List<String> header = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        for (String column : table.header()) {
            String name = renamed.getOrDefault(column, column);
            boolean known = renamed.containsKey(column) || MANIFEST.contains(column);
            if (known && !header.contains(name)) {
                header.add(name);
                sources.add(column);
            }
        }
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
            rows.add(new TextTable.Row(table.row(row).line(), cells));
        }
        if (numbered) {
            header.add("case_id");
        }
        if (!grouped) {
            header.add("patient_id");
        }
        return new TextTable(table.source(), header, rows);
    }

    private static FeatureTable features(TextTable table, Set<String> taken, Cohort cohort) {
        List<String> names = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        for (String column : table.header()) {
            boolean other = taken.contains(column) || MANIFEST.contains(column) || column.startsWith("diagnostics_");
            if (!other && table.isNumeric(column)) {
                names.add(column);
                columns.add(table.numbers(column));
            }
        }
        if (names.isEmpty()) {
            throw new InputException(new Problem(
                    StudyProblem.NO_FEATURES, table.source(), "no numeric column besides the outcome",
                    "one numeric column per feature", "add features, or name images and masks in columns image and mask"));
        }
        return new FeatureTable(
                cohort.cases().stream().map(c -> c.caseId()).toList(), names, columns.toArray(double[][]::new));
    }
}
