package org.trabecula.evaluation.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.stats.StatsProblem;
import org.trabecula.stats.Variable;
import org.trabecula.stats.table1.TableOne;
import org.trabecula.table.GroupLabel;
import org.trabecula.table.MissingCells;
import org.trabecula.table.Sentinels;
import org.trabecula.table.TextTable;

/// A baseline table of any table's columns.
///
/// @param table the result
/// @param notes what was left out or assumed, one sentence each
public record BaselineColumns(TableOne table, List<String> notes) {
    private static final int MOST_GROUPS = 20;

    public BaselineColumns {
        notes = List.copyOf(notes);
    }

    /// Columns of numbers are continuous, others are counted; rows without a group are left out.
    ///
    /// @param categorical variables to count although they are numbers
    /// @throws InputException STA-111 unless there are 2 to 20 groups, TAB-006 and TAB-012 for columns that are neither numbers nor groups
    public static BaselineColumns read(TextTable table, String by, List<String> variables, List<String> categorical) {
        List<String> columns = new ArrayList<>(variables.stream().filter(name -> !categorical.contains(name)).toList());
        columns.add(by);
        table.requireNumbersOrGroups(columns);
        List<String> notes = new ArrayList<>(MissingCells.notes(table, variables));
        notes.addAll(table.loneGroups(columns));
        notes.addAll(Sentinels.notes(table, columns.stream().filter(table::isNumeric).toList()));
        List<String> groups = present(table, by);
        long without = groups.stream().filter(String::isEmpty).count();
        if (without > 0) {
            notes.add(table.source() + ": " + without + (without == 1 ? " row" : " rows") + " without '" + by
                    + "' left out of " + groups.size());
        }
        requireGroups(table, by, groups);
        Map<String, Variable> rows = new LinkedHashMap<>();
        for (String name : variables) {
            if (categorical.contains(name) || !table.isNumeric(name)) {
                rows.put(name, new Variable.Labels(name, present(table, name)));
            } else {
                double[] values = finite(table.numbers(name));
                rows.put(name, new Variable.Numbers(name, values));
                if (isCode(values)) {
                    notes.add("'" + name + "' holds two whole numbers only and is summarised as a number; --categorical "
                            + name + " counts them");
                }
            }
        }
        return new BaselineColumns(TableOne.of(by, groups, List.copyOf(rows.values())), notes);
    }

    private static void requireGroups(TextTable table, String by, List<String> groups) {
        List<String> distinct = groups.stream().filter(label -> !label.isEmpty()).distinct().toList();
        if (distinct.size() < 2 || distinct.size() > MOST_GROUPS) {
            throw new InputException(new Problem(
                    StatsProblem.GROUPS, Cells.where(table, by),
                    distinct.size() + " different values", "2 to " + MOST_GROUPS + " groups",
                    "name a column that divides the rows into groups, such as the outcome"));
        }
    }

    /// An infinite value has no place in a mean; it is told as missing.
    private static double[] finite(double[] values) {
        return Arrays.stream(values).map(value -> Double.isInfinite(value) ? Double.NaN : value).toArray();
    }

    /// A missing value is an empty cell, however it is written.
    private static List<String> present(TextTable table, String column) {
        return GroupLabel.of(table.column(column));
    }

    /// Two whole numbers, such as 1 and 2 for the sexes, are names more often than sizes.
    private static boolean isCode(double[] values) {
        double[] distinct = Arrays.stream(values).filter(value -> !Double.isNaN(value)).distinct().limit(3).toArray();
        return distinct.length == 2 && Arrays.stream(distinct).allMatch(value -> value == Math.rint(value));
    }
}
