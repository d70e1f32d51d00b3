package org.trabecula.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Suggestion;

/// Columns as a person lists them: `age,sex`, one flag or several, `original_*` for many. A name that holds a comma is found as
/// a whole.
public final class ColumnNames {
    private ColumnNames() {}

    /// The columns that the lists name, each once, in the order named.
    ///
    /// @param lists each a column, or several with commas between them; `*` and `?` match
    /// @throws InputException TAB-005 naming what is no column, and the nearest one
    public static List<String> of(TextTable table, List<String> lists) {
        Set<String> found = new LinkedHashSet<>();
        for (String part : parts(table, lists, UnaryOperator.identity())) {
            List<String> columns = table.has(part) ? List.of(part) : matching(table, part);
            if (columns.isEmpty()) {
                throw refused(table, part);
            }
            found.addAll(columns);
        }
        return List.copyOf(found);
    }

    /// Terms of a model, such as `rcs(age,4),sex`, one by one.
    ///
    /// @param variable the column that a term names
    public static List<String> terms(TextTable table, String list, UnaryOperator<String> variable) {
        return parts(table, List.of(list), variable);
    }

    /// Cuts at commas, but for those within a column's name.
    private static List<String> parts(TextTable table, List<String> lists, UnaryOperator<String> column) {
        List<String> parts = new ArrayList<>();
        for (String list : lists) {
            List<String> cut = List.of(list.split(",", -1));
            for (int from = 0; from < cut.size(); ) {
                int to = cut.size();
                while (to > from + 1 && !table.has(column.apply(joined(cut, from, to)))) {
                    to--;
                }
                if (!joined(cut, from, to).isEmpty()) {
                    parts.add(joined(cut, from, to));
                }
                from = to;
            }
        }
        return parts;
    }

    private static String joined(List<String> cut, int from, int to) {
        return String.join(",", cut.subList(from, to)).strip();
    }

    private static List<String> matching(TextTable table, String name) {
        if (name.indexOf('*') < 0 && name.indexOf('?') < 0) {
            return List.of();
        }
        Pattern pattern = Pattern.compile(Arrays.stream(name.split("(?=[*?])|(?<=[*?])"))
                .map(part -> part.equals("*") ? ".*" : part.equals("?") ? "." : Pattern.quote(part))
                .collect(Collectors.joining()));
        return table.header().stream().filter(column -> pattern.matcher(column).matches()).toList();
    }

    private static InputException refused(TextTable table, String name) {
        boolean commas = table.header().stream().anyMatch(column -> column.indexOf(',') >= 0);
        return new InputException(new Problem(
                TableProblem.MISSING_COLUMN, table.source() + ", line " + table.headerLine(),
                "no column '" + name + "'; " + table.columnsListed(),
                "names of columns with commas between them",
                Suggestion.nearest(name, table.header())
                                .map(near -> "did you mean '" + near + "'?")
                                .orElse("add the column, or name another one")
                        + (commas ? "; a name that holds a comma is written as it stands in the header" : "")));
    }
}
