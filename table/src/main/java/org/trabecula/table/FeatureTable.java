package org.trabecula.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;

/// Cases × features, stored by column, with the text columns (diagnostics, manifest columns) that travel along. A value
/// that does not exist is NaN. Immutable by contract: nobody writes to the columns it hands out.
///
/// A part of the cases shares the numbers of the whole table: the folds of a study on 50,000 features would else hold gigabytes.
public final class FeatureTable {
    private final List<String> caseIds;
    private final Map<String, List<String>> texts;
    private final List<String> names;
    /// By feature; one entry per row of the table that the cases were chosen from.
    private final double[][] columns;
    /// Where each row's numbers stand in a column; null where all rows are there in their order.
    private final int @Nullable [] chosen;
    private final Map<String, Integer> caseIndex = new HashMap<>();
    private final Map<String, Integer> nameIndex = new HashMap<>();

    /// Takes ownership of `columns`.
    ///
    /// @param caseIds one per row, each once
    /// @param texts   text columns by name, in order
    /// @param names   feature names, each once
    /// @param columns one array per feature, one entry per row
    public FeatureTable(List<String> caseIds, Map<String, List<String>> texts, List<String> names, double[][] columns) {
        this(caseIds, texts, names, columns, null);
        for (double[] column : columns) {
            if (column.length != caseIds.size()) {
                throw new IllegalArgumentException(caseIds.size() + " cases, a column of " + column.length);
            }
        }
    }

    private FeatureTable(
            List<String> caseIds, Map<String, List<String>> texts, List<String> names, double[][] columns, int @Nullable [] chosen) {
        if (columns.length != names.size()) {
            throw new IllegalArgumentException(names.size() + " names for " + columns.length + " columns");
        }
        this.chosen = chosen;
        this.caseIds = List.copyOf(caseIds);
        this.texts = new LinkedHashMap<>(texts);
        this.names = List.copyOf(names);
        this.columns = columns;
        for (int row = 0; row < caseIds.size(); row++) {
            if (caseIndex.put(caseIds.get(row), row) != null) {
                throw new InputException(new Problem(
                        TableProblem.DUPLICATE_CASE, "row " + (row + 1), "'" + caseIds.get(row) + "' again",
                        "every case_id once", "rename one of the two cases"));
            }
        }
        for (int column = 0; column < names.size(); column++) {
            if (nameIndex.put(names.get(column), column) != null) {
                throw new IllegalArgumentException("feature '" + names.get(column) + "' twice");
            }
        }
    }

    public FeatureTable(List<String> caseIds, List<String> names, double[][] columns) {
        this(caseIds, Map.of(), names, columns);
    }

    public int rows() {
        return caseIds.size();
    }

    public List<String> caseIds() {
        return caseIds;
    }

    public List<String> names() {
        return names;
    }

    /// Text columns by name, in order.
    public Map<String, List<String>> texts() {
        return java.util.Collections.unmodifiableMap(texts);
    }

    public boolean has(String name) {
        return nameIndex.containsKey(name);
    }

    /// The values of feature number `column`, one per row; not to be written. A copy where the table is a part of another.
    public double[] column(int column) {
        if (chosen == null) {
            return columns[column];
        }
        double[] all = columns[column];
        double[] own = new double[chosen.length];
        for (int row = 0; row < own.length; row++) {
            own[row] = all[chosen[row]];
        }
        return own;
    }

    /// @throws InputException if there is no such feature
    public double[] column(String name) {
        return column(place(name));
    }

    public double value(int row, int column) {
        return columns[column][chosen == null ? row : chosen[row]];
    }

    /// @throws InputException if there is no such feature
    public double value(int row, String name) {
        return value(row, place(name));
    }

    /// The row of a case.
    ///
    /// @throws InputException if the case is not in the table
    public int rowOf(String caseId) {
        Integer row = caseIndex.get(caseId);
        if (row == null) {
            throw new InputException(new Problem(
                    TableProblem.UNKNOWN_CASE, "case " + caseId, "no row with this case_id", "one row per case",
                    "extract the features of this case, or exclude it in the manifest"));
        }
        return row;
    }

    public boolean hasCase(String caseId) {
        return caseIndex.containsKey(caseId);
    }

    /// The given features, in the given order.
    public FeatureTable select(List<String> wanted) {
        double[][] own = new double[wanted.size()][];
        for (int column = 0; column < own.length; column++) {
            own[column] = columns[place(wanted.get(column))];
        }
        return new FeatureTable(caseIds, texts, wanted, own, chosen);
    }

    /// The given cases, in the given order. The numbers stay where they are.
    public FeatureTable cases(List<String> wanted) {
        int[] rows = wanted.stream().mapToInt(this::rowOf).toArray();
        Map<String, List<String>> chosenTexts = new LinkedHashMap<>();
        texts.forEach((name, cells) ->
                chosenTexts.put(name, Arrays.stream(rows).mapToObj(cells::get).toList()));
        int[] places = chosen == null ? rows : Arrays.stream(rows).map(row -> chosen[row]).toArray();
        return new FeatureTable(wanted, chosenTexts, names, columns, places);
    }

    /// This table's features followed by the other's, for this table's cases.
    ///
    /// @throws InputException if a case is missing in `other`
    public FeatureTable beside(FeatureTable other) {
        FeatureTable aligned = other.caseIds.equals(caseIds) ? other : other.cases(caseIds);
        List<String> allNames = new ArrayList<>(names);
        allNames.addAll(aligned.names);
        double[][] all = new double[allNames.size()][];
        for (int column = 0; column < all.length; column++) {
            all[column] = column < columns.length ? column(column) : aligned.column(column - columns.length);
        }
        return new FeatureTable(caseIds, texts, allNames, all);
    }

    /// One case as an array, in the order of [#names].
    public double[] row(int row) {
        double[] values = new double[columns.length];
        for (int column = 0; column < values.length; column++) {
            values[column] = value(row, column);
        }
        return values;
    }

    private int place(String name) {
        Integer column = nameIndex.get(name);
        if (column == null) {
            throw new InputException(new Problem(
                    TableProblem.MISSING_COLUMN, "feature table",
                    "no feature '" + name + "' among " + names.size(), "a feature of this name",
                    org.trabecula.core.Suggestion.nearest(name, names)
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("extract again with the settings that the model was trained with")));
        }
        return column;
    }
}
