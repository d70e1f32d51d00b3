package org.trabecula.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;

/// A column of text taken as groups, such as sex or centre. Numbers with decimal commas, a single cell that is no number,
/// dates and ids are text too, and would silently become a group a value.
final class TextGroups {
    /// Centres of a large study; more groups than that are no groups.
    private static final int MOST_GROUPS = 20;
    /// A group of fewer rows on average has no effect to speak of.
    private static final int FEWEST_ROWS_PER_GROUP = 2;
    /// Fewer groups are groups, however few the rows.
    private static final int ALWAYS_GROUPS = 5;
    private static final int MOST_LISTED = 4;
    /// Beside a group of so many rows a group of one is odd.
    private static final int MANY_ROWS = 10;
    private static final Pattern DATE =
            Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([T ].*)?|[0-9]{1,2}([./-])[0-9]{1,2}\\2[0-9]{2,4}|[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}");

    private final TextTable table;
    private final String column;
    private final List<Integer> rows = new ArrayList<>();

    private TextGroups(TextTable table, String column) {
        this.table = table;
        this.column = column;
        for (int row = 0; row < table.rowCount(); row++) {
            if (!Missing.is(table.cell(row, column))) {
                rows.add(row);
            }
        }
    }

    /// Why the column is no column of groups, if it is not one.
    static Optional<Problem> problem(TextTable table, String column) {
        return switch (table.kind(column)) {
            case NUMBERS -> Optional.empty();
            case BROKEN_NUMBERS -> new BadCells(table, column).problem();
            case TEXT -> new TextGroups(table, column).problem();
        };
    }

    /// A group of one row, where others have many.
    static Optional<String> lone(TextTable table, String column) {
        if (table.kind(column) == ColumnKind.NUMBERS) {
            return Optional.empty();
        }
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int row : new TextGroups(table, column).rows) {
            groups.computeIfAbsent(GroupLabel.of(table.cell(row, column)), _ -> new ArrayList<>()).add(row);
        }
        List<String> lone = groups.entrySet().stream()
                .filter(group -> group.getValue().size() == 1)
                .map(group -> "'" + group.getKey() + "' (line " + table.line(group.getValue().getFirst()) + ")")
                .toList();
        boolean beside = groups.values().stream().anyMatch(rows -> rows.size() >= MANY_ROWS);
        return lone.isEmpty() || !beside
                ? Optional.empty()
                : Optional.of("'" + column + "' is " + String.join(", ", lone.subList(0, Math.min(MOST_LISTED, lone.size()))) + " in one row only");
    }

    private Optional<Problem> problem() {
        List<String> cells = rows.stream().map(row -> table.cell(row, column)).toList();
        List<String> values = cells.stream().distinct().toList();
        boolean dates = share(cells, DATE) == 1;
        boolean many = values.size() > MOST_GROUPS
                || values.size() > ALWAYS_GROUPS && values.size() * FEWEST_ROWS_PER_GROUP > cells.size();
        if (!dates && !many) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                TableProblem.NO_GROUPS, table.where(column),
                values.size() + " values in " + cells.size() + " rows" + (dates ? ", all of them dates" : "") + ": "
                        + values.stream().limit(MOST_LISTED).map(value -> "'" + value + "'").collect(Collectors.joining(", "))
                        + (values.size() > MOST_LISTED ? ", …" : ""),
                "numbers, or text that puts the rows into a few groups (at most " + MOST_GROUPS + ", of "
                        + FEWEST_ROWS_PER_GROUP + " rows or more on average)",
                dates
                        ? "turn the dates into a number, such as days since a start, or leave the column out"
                        : "leave the column out, or merge its values into groups"));
    }

    private static double share(List<String> cells, Pattern pattern) {
        return cells.isEmpty() ? 0 : (double) cells.stream().filter(cell -> pattern.matcher(cell).matches()).count() / cells.size();
    }
}
