package org.trabecula.evaluation.input;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.StatsProblem;
import org.trabecula.table.GroupLabel;
import org.trabecula.table.TextTable;

/// A column that says who is a case. Rows without a value are nobody's: they are left out, and counted.
///
/// Values are 1 and 0 (also 1.0 and 0.0, true and false); or any two, of which `positive` names the case; or two of which
/// one is `acute`, which is then the case.
///
/// @param rows    of the table that have an outcome
/// @param outcome of `rows`
/// @param without rows without a value
public record OutcomeColumn(int[] rows, Outcome outcome, int without) {
    private static final String ACUTE = "acute";

    /// @param positive the value of a case; null where it goes without saying
    /// @throws InputException STA-101 when the values are not two, or do not say which is the case; STA-102 when all rows
    ///     with a value are of one class
    public static OutcomeColumn read(TextTable table, String column, @Nullable String positive) {
        List<String> cells = table.column(column);
        Map<String, String> valueOf = new HashMap<>(); // by cell: there are few different ones
        Map<String, Found> byValue = new LinkedHashMap<>();
        String[] values = new String[cells.size()];
        for (int row = 0; row < values.length; row++) {
            String value = valueOf.computeIfAbsent(cells.get(row), GroupLabel::ofClass);
            values[row] = value;
            if (!value.isEmpty()) {
                int at = row;
                byValue.computeIfAbsent(value, _ -> new Found(at)).rows++;
            }
        }
        String one = positive(table, column, byValue, positive);
        int[] kept = IntStream.range(0, values.length).filter(row -> !values[row].isEmpty()).toArray();
        boolean[] isCase = new boolean[kept.length];
        for (int at = 0; at < kept.length; at++) {
            isCase[at] = one.equals(values[kept[at]]);
        }
        int without = values.length - kept.length;
        if (byValue.size() < 2) {
            throw refused(StatsProblem.ONE_CLASS_MISSING, Cells.where(table, column),
                    kept.length + " rows of one class" + (kept.length == 0 ? "" : " ('" + byValue.keySet().iterator().next() + "')")
                            + (without == 0 ? "" : ", " + without + " without a value"),
                    "at least one case and one control: a curve compares them",
                    without == 0
                            ? "evaluate rows that hold both classes"
                            : "write the outcome of those rows into the table; no value is not the other class");
        }
        return new OutcomeColumn(kept, Outcome.of(isCase), without);
    }

    /// Rows of a value.
    private static final class Found {
        private final int first;
        private int rows;

        Found(int first) {
            this.first = first;
        }
    }

    private static String positive(
            TextTable table, String column, Map<String, Found> byValue, @Nullable String asked) {
        boolean zeroOne = byValue.keySet().stream().allMatch(value -> value.equals("0") || value.equals("1"));
        if (asked == null && zeroOne) {
            return "1";
        }
        if (byValue.size() > 2) {
            throw tooMany(table, column, byValue, asked);
        }
        String one = asked == null ? ACUTE : GroupLabel.ofClass(asked);
        if (byValue.containsKey(one) || byValue.isEmpty()) {
            return one;
        }
        String listed = listed(byValue);
        throw refused(StatsProblem.OUTCOME_NOT_BINARY, Cells.where(table, column),
                asked == null ? "the values " + listed : "the values " + listed + "; none is '" + asked + "'",
                asked == null ? "1 for a case and 0 for a control, or two values of which one is named as the case"
                        : "one of the two values named as the case",
                "say which value is the case: " + byValue.keySet().stream()
                        .sorted(Comparator.reverseOrder())
                        .map(value -> "--positive " + (value.contains(" ") ? "'" + value + "'" : value))
                        .collect(Collectors.joining(" or ")));
    }

    /// Names the odd one out: the first cell of the rarest value beyond the two commonest.
    private static InputException tooMany(
            TextTable table, String column, Map<String, Found> byValue, @Nullable String asked) {
        List<Map.Entry<String, Found>> commonest = byValue.entrySet().stream()
                .sorted((a, b) -> Integer.compare(b.getValue().rows, a.getValue().rows))
                .toList();
        int third = commonest.get(2).getValue().rows;
        boolean odd = third * 10 < commonest.get(1).getValue().rows; // a slip of the pen, not a third class
        Optional<Map.Entry<String, Found>> first = odd ? Optional.of(commonest.get(2)) : Optional.empty();
        String where = first.map(e -> Cells.where(table, e.getValue().first, column)).orElse(Cells.where(table, column));
        String found = first.map(e -> "the value '" + e.getKey() + "', where other rows have '" + commonest.get(0).getKey()
                        + "' or '" + commonest.get(1).getKey() + "'")
                .orElse(byValue.size() + " values: " + listed(byValue));
        return refused(StatsProblem.OUTCOME_NOT_BINARY, where, found,
                asked == null ? "1 for a case, 0 for a control, or two values of which one is named as the case"
                        : "two values, one of them '" + asked + "'",
                odd ? "correct the cell, or leave it empty: rows without an outcome are left out"
                        : "name a column of two values, or leave the outcome of other rows empty");
    }

    private static String listed(Map<String, Found> byValue) {
        return byValue.keySet().stream().sorted().limit(6).map(value -> "'" + value + "'").collect(Collectors.joining(", "))
                + (byValue.size() > 6 ? ", …" : "");
    }

    private static InputException refused(StatsProblem code, String where, String found, String expected, String fix) {
        return new InputException(new Problem(code, where, found, expected, fix));
    }
}
