package org.trabecula.cli.verbs;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.stats.FitProblem;
import org.trabecula.table.GroupLabel;
import org.trabecula.table.TextTable;

/// A column of two classes as 0 and 1, for models that need them; rows without a value were left out before.
///
/// @param positive the value that counts as 1; null: 1 of 1 and 0, or `acute`
record ClassColumn(TextTable table, String column, @Nullable String positive) {
    private static final String USUAL = "acute";
    private static final int MOST_LISTED = 6;

    /// @throws InputException FIT-004 naming the line of an odd cell, or the values and the `--positive` that fits
    double[] values(int[] rows) {
        Map<String, Integer> firstRows = new LinkedHashMap<>();
        String[] values = new String[rows.length];
        for (int k = 0; k < rows.length; k++) {
            values[k] = GroupLabel.ofClass(table.cell(rows[k], column));
            firstRows.putIfAbsent(values[k], rows[k]);
        }
        String one = one(firstRows);
        return Arrays.stream(values).mapToDouble(value -> value.equals(one) ? 1 : 0).toArray();
    }

    private String one(Map<String, Integer> firstRows) {
        if (positive == null && List.of("0", "1").containsAll(firstRows.keySet())) {
            return "1";
        }
        String one = positive == null ? USUAL : GroupLabel.ofClass(positive);
        if (firstRows.size() == 2 && firstRows.containsKey(one)) {
            return one;
        }
        if (positive == null && firstRows.size() > 2 && firstRows.keySet().containsAll(List.of("0", "1"))) {
            Map.Entry<String, Integer> odd = firstRows.entrySet().stream()
                    .filter(e -> !e.getKey().equals("0") && !e.getKey().equals("1"))
                    .findFirst()
                    .orElseThrow();
            throw refused(table.where(odd.getValue(), column), "'" + odd.getKey() + "'", "0 or 1, as in other rows",
                    "correct the cell, or leave it empty: rows without an outcome are left out");
        }
        throw refused(table.where(column), listed(firstRows), "0 and 1, or two values of which one counts as 1",
                firstRows.size() == 2
                        ? "add " + new TreeMap<>(firstRows).descendingKeySet().stream()
                                .map(value -> "--positive " + value)
                                .collect(Collectors.joining(" or "))
                        : "name a column of two values, or with a number to explain --family gaussian");
    }

    private static String listed(Map<String, Integer> firstRows) {
        return (firstRows.size() > MOST_LISTED ? firstRows.size() + " values: " : "the values ")
                + new TreeMap<>(firstRows).keySet().stream().limit(MOST_LISTED).map(v -> "'" + v + "'").collect(Collectors.joining(", "))
                + (firstRows.size() > MOST_LISTED ? ", …" : "");
    }

    private static InputException refused(String where, String found, String expected, String fix) {
        return new InputException(new Problem(FitProblem.OUTCOME_NOT_BINARY, where, found, expected, fix));
    }
}
