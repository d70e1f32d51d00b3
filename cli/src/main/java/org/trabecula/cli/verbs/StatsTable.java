package org.trabecula.cli.verbs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.ProblemCode;
import org.trabecula.stats.FitProblem;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.Variable;
import org.trabecula.table.ColumnRole;
import org.trabecula.table.ColumnRoles;
import org.trabecula.table.DelimitedText;
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
                .mapToObj(row -> named ? text.cell(row, idColumn) : "row-" + (row + 1))
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
                .filter(row -> columns.stream().allMatch(column -> !TextTable.isMissing(text.cell(row, column))))
                .toArray();
    }

    /// The numbers of a column in these rows.
    double[] numbers(String column, int[] rows) {
        double[] all = text.numbers(column);
        return Arrays.stream(rows).mapToDouble(row -> all[row]).toArray();
    }

    List<String> labels(String column, int[] rows) {
        List<String> all = text.column(column);
        return Arrays.stream(rows).mapToObj(all::get).toList();
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

    /// What the reader left out, one sentence each.
    List<String> notes() {
        return text.notes();
    }

    /// All columns as variables of a model: numbers where every cell is one.
    Map<String, Variable> variables() {
        Map<String, Variable> variables = new LinkedHashMap<>();
        for (String column : text.header()) {
            variables.put(column, text.isNumeric(column)
                    ? new Variable.Numbers(column, text.numbers(column))
                    : new Variable.Labels(column, text.column(column).stream().map(c -> TextTable.isMissing(c) ? "" : c).toList()));
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
        List<String> chosen = new ArrayList<>();
        for (String name : wanted.split(",")) {
            String pattern = name.strip();
            if (text.has(pattern)) {
                chosen.add(pattern);
                continue;
            }
            Pattern match = Pattern.compile(Arrays.stream(pattern.split("(?=[*?])|(?<=[*?])"))
                    .map(part -> part.equals("*") ? ".*" : part.equals("?") ? "." : Pattern.quote(part))
                    .collect(Collectors.joining()));
            List<String> matched = text.header().stream().filter(column -> match.matcher(column).matches()).toList();
            if (matched.isEmpty()) {
                text.column(pattern); // refuses and names the nearest column
            }
            matched.stream().filter(column -> !chosen.contains(column)).forEach(chosen::add);
        }
        return chosen;
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
