package org.trabecula.table;

import java.util.ArrayList;
import java.util.List;
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
    /// Of the cells: a column of numbers with some cells wrong, rather than text with some numbers in it.
    private static final double MOSTLY = 0.5;
    private static final int MOST_LISTED = 4;
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[-+]?[0-9]+,[0-9]+");
    private static final Pattern DATE =
            Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([T ].*)?|[0-9]{1,2}([./-])[0-9]{1,2}\\2[0-9]{2,4}|[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}");

    private final TextTable table;
    private final String column;
    private final List<Integer> rows = new ArrayList<>();

    private TextGroups(TextTable table, String column) {
        this.table = table;
        this.column = column;
        for (int row = 0; row < table.rowCount(); row++) {
            if (!TextTable.isMissing(table.cell(row, column))) {
                rows.add(row);
            }
        }
    }

    /// Why the column is no column of groups, if it is not one.
    static Optional<Problem> problem(TextTable table, String column) {
        return table.isNumeric(column) ? Optional.empty() : new TextGroups(table, column).problem();
    }

    private Optional<Problem> problem() {
        List<String> cells = rows.stream().map(row -> table.cell(row, column)).toList();
        List<Integer> noNumbers = rows.stream().filter(row -> !TextTable.isNumber(table.cell(row, column))).toList();
        if (share(noNumbers.stream().map(row -> table.cell(row, column)).toList(), DECIMAL_COMMA) == 1) {
            return Optional.of(new Problem(
                    TableProblem.NOT_A_NUMBER, table.where(noNumbers.getFirst(), column),
                    "'" + table.cell(noNumbers.getFirst(), column) + "', a decimal comma, and " + (noNumbers.size() - 1)
                            + " more like it",
                    "numbers with a decimal point", "export the table again with decimal points"));
        }
        if (noNumbers.size() < MOSTLY * rows.size()) {
            return Optional.of(new Problem(
                    TableProblem.NOT_A_NUMBER, table.where(noNumbers.getFirst(), column),
                    "'" + table.cell(noNumbers.getFirst(), column) + "', where " + (rows.size() - noNumbers.size()) + " of "
                            + rows.size() + " cells are numbers",
                    "a number in every cell, or an empty cell", "correct the cell"));
        }
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
