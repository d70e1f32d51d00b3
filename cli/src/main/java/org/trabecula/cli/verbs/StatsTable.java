package org.trabecula.cli.verbs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.ProblemCode;
import org.trabecula.core.Shown;
import org.trabecula.learn.exploration.ColumnSize;
import org.trabecula.stats.FitProblem;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.Variable;
import org.trabecula.stats.glm.Term;
import org.trabecula.table.ColumnNames;
import org.trabecula.table.ColumnRole;
import org.trabecula.table.ColumnRoles;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.GroupLabel;
import org.trabecula.table.Missing;
import org.trabecula.table.MissingCells;
import org.trabecula.table.Sentinels;
import org.trabecula.table.Spellings;
import org.trabecula.table.TextTable;

/// A table of cases as `select` and `nomogram` read it: case ids, outcome, numbers, groups.
final class StatsTable {
    private final TextTable text;
    private final String idColumn;
    private final List<String> ids;

    private StatsTable(TextTable text, String idColumn) {
        this.text = text;
        this.idColumn = idColumn;
        boolean named = text.has(idColumn);
        ids = IntStream.range(0, text.rowCount())
                .mapToObj(row -> named && !Missing.is(text.cell(row, idColumn)) ? text.cell(row, idColumn) : "row-" + (row + 1))
                .toList();
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (!seen.add(id)) {
                int row = seen.size();
                throw refused(FitProblem.DUPLICATE_CASE, text.where(row, idColumn), "'" + id + "' again",
                        "one row a case", "give every row its own id, or name the id column with --id");
            }
        }
    }

    /// @param idColumn names the cases; null: `case_id` or `id`, and without them they are called row-1, row-2, …
    static StatsTable read(Path file, @Nullable String idColumn) {
        TextTable text = DelimitedText.read(file);
        if (idColumn != null) {
            text.column(idColumn); // refuses and names the nearest column
            return new StatsTable(text, idColumn);
        }
        ColumnRoles roles = ColumnRoles.of(text);
        return new StatsTable(
                text, roles.column(ColumnRole.CASE_ID).or(() -> roles.column(ColumnRole.ID)).orElse(ColumnRole.CASE_ID.column()));
    }

    static InputException refused(ProblemCode code, String where, String found, String expected, String fix) {
        return new InputException(new Problem(code, where, found, expected, fix));
    }

    int rows() {
        return text.rowCount();
    }

    List<String> ids() {
        return ids;
    }

    List<String> ids(int[] rows) {
        return Arrays.stream(rows).mapToObj(ids::get).toList();
    }

    boolean has(String column) {
        return text.has(column);
    }

    /// Rows in which none of these columns is empty.
    int[] rowsWith(List<String> columns) {
        return IntStream.range(0, rows())
                .filter(row -> columns.stream().allMatch(column -> !Missing.is(text.cell(row, column))))
                .toArray();
    }

    /// The numbers of a column in these rows.
    double[] numbers(String column, int[] rows) {
        double[] all = text.numbers(column);
        return Arrays.stream(rows).mapToDouble(row -> all[row]).toArray();
    }

    List<String> labels(String column, int[] rows) {
        List<String> all = GroupLabel.of(text.column(column));
        return Arrays.stream(rows).mapToObj(all::get).toList();
    }

    /// Patients, or whatever keeps rows together; a row without one is a group of its own.
    ///
    /// @throws InputException TAB-013 for a group of two spellings
    List<String> groups(String column, int[] rows) {
        Spellings.problem(text, column).ifPresent(problem -> {
            throw new InputException(problem);
        });
        return Arrays.stream(rows)
                .mapToObj(row -> Missing.is(text.cell(row, column)) ? "line " + text.line(row) + " without one" : text.cell(row, column))
                .toList();
    }

    /// The column that names outcomes, if no flag does.
    Optional<String> outcomeByName() {
        return ColumnRoles.of(text).column(ColumnRole.OUTCOME);
    }

    /// What a reader of a result over these columns has to know of their cells.
    List<String> notes(List<String> columns) {
        List<String> notes = new ArrayList<>(Sentinels.notes(text, columns.stream().filter(text::isNumeric).toList()));
        notes.addAll(text.loneGroups(columns));
        notes.addAll(MissingCells.notes(text, columns));
        return notes;
    }

    /// Groups as numbers, by first appearance.
    static int[] codes(List<String> labels) {
        Map<String, Integer> codes = new LinkedHashMap<>();
        return labels.stream().mapToInt(label -> codes.computeIfAbsent(label, name -> codes.size())).toArray();
    }

    /// An outcome of two classes as 0 and 1: as it stands, or 1 where it says `positive`.
    ///
    /// @throws InputException FIT-004 naming line and column, or the `--positive` that fits
    double[] binary(String column, @Nullable String positive, int[] rows) {
        return new ClassColumn(text, column, positive).values(rows);
    }

    /// The same, or a column of other numbers as they are.
    double[] binaryOrNumbers(String column, @Nullable String positive, int[] rows) {
        return positive == null && text.isNumeric(column) ? numbers(column, rows) : binary(column, positive, rows);
    }

    /// @throws InputException FIT-009 naming line and column of times and events that no Cox model takes
    void requireSurvival(String time, String event, int[] rows) {
        new SurvivalColumns(text, time, event).require(rows);
    }

    /// @throws InputException for terms of text that cannot be groups
    void requireTerms(List<String> variables) {
        text.requireNumbersOrGroups(variables);
    }

    /// The terms that a list names, such as `rcs(age,4),sex`.
    List<String> terms(String list) {
        return ColumnNames.terms(text, list, Term::variableOf);
    }

    /// Coefficients are in the column's unit, and its squares must exist.
    ///
    /// @throws InputException FIT-019 naming the columns of which they do not
    void requireSquares(List<String> columns) {
        List<Problem> problems = columns.stream()
                .filter(text::isNumeric)
                .filter(column -> !ColumnSize.canBeSquared(text.numbers(column)))
                .map(column -> new Problem(
                        FitProblem.MAGNITUDE, text.where(column), "values near " + text.cell(0, column),
                        "numbers between 1e-60 and 1e60", "write the column in another unit"))
                .toList();
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    /// @throws InputException naming the first cell of each that is no number
    void requireNumbers(List<String> columns) {
        columns.stream().filter(text::has).forEach(text::numbers);
    }

    /// What the reader left out, one sentence each.
    List<String> notes() {
        if (!text.has(idColumn)) {
            return text.notes();
        }
        List<String> notes = new ArrayList<>(text.notes());
        long without = text.column(idColumn).stream().filter(Missing::is).count();
        if (without > 0) {
            notes.add(Shown.count(without, "row") + " without a name in " + idColumn + ", called after the row's number");
        }
        return notes;
    }

    /// All columns as variables of a model: numbers where every cell is one.
    Map<String, Variable> variables() {
        Map<String, Variable> variables = new LinkedHashMap<>();
        for (String column : text.header()) {
            variables.put(column, text.isNumeric(column)
                    ? new Variable.Numbers(column, text.numbers(column))
                    : new Variable.Labels(column, GroupLabel.of(text.column(column))));
        }
        return variables;
    }

    /// The columns that are features: those that `wanted` names (`*` and `?` match), or without it all columns of numbers
    /// but those that a manifest knows and those in `used`.
    List<String> features(@Nullable String wanted, Set<String> used) {
        if (wanted == null) {
            Set<String> taken = new HashSet<>(used);
            taken.add(idColumn);
            return ColumnRoles.of(text).features(taken);
        }
        return ColumnNames.of(text, List.of(wanted));
    }

    /// Features as a matrix.
    ///
    /// @throws InputException naming the first cells without a number
    Matrix matrix(List<String> features, int[] rows) {
        double[][] columns = new double[features.size()][];
        List<Problem> problems = new ArrayList<>();
        for (int j = 0; j < columns.length; j++) {
            columns[j] = numbers(features.get(j), rows);
            for (int i = 0; i < rows.length && problems.size() < 5; i++) {
                if (!Double.isFinite(columns[j][i])) {
                    problems.add(new Problem(
                            FitProblem.NOT_FINITE,
                            text.where(rows[i], features.get(j)) + ", case " + ids.get(rows[i]),
                            Double.isNaN(columns[j][i]) ? "an empty cell" : String.valueOf(columns[j][i]),
                            "a finite number in every cell of a feature",
                            "leave the column out with --features, or the row, or impute within the training cases"));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return Matrix.ofColumns(columns);
    }

    /// A second table's value for each case of this one.
    ///
    /// @param column of the second table
    double[] joined(Path file, String column, int[] rows, String what) {
        TextTable other = DelimitedText.read(file);
        ColumnRoles roles = ColumnRoles.of(other);
        String key = other.has(idColumn)
                ? idColumn
                : roles.column(ColumnRole.CASE_ID).or(() -> roles.column(ColumnRole.ID)).orElse(ColumnRole.CASE_ID.column());
        double[] values = other.numbers(column);
        Map<String, Double> byId = new LinkedHashMap<>();
        for (int row = 0; row < other.rowCount(); row++) {
            byId.put(other.cell(row, key), values[row]);
        }
        double[] joined = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            String id = ids.get(rows[i]);
            Double value = byId.get(id);
            if (value == null) {
                throw refused(FitProblem.FOLDS, file + ", case " + id, "no row of this case", "a " + what + " for every case",
                        "add the case to that table");
            }
            joined[i] = value;
        }
        return joined;
    }
}
