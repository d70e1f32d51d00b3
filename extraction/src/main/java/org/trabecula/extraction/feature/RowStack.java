package org.trabecula.extraction.feature;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.trabecula.table.FeatureTable;

/// Makes rows of cases and puts them into one table. Rows may be made by several threads.
public final class RowStack {
    private final Map<RowNames, RowNames> known = new ConcurrentHashMap<>();

    /// The only row of `table` under a name of its own: rows are kept by content, and names are not content.
    public CaseRow row(String caseId, FeatureTable table) {
        return row(caseId, new RowNames(List.copyOf(table.texts().keySet()), table.names()),
                table.texts().values().stream().map(List::getFirst).toList(), table.row(0));
    }

    /// @param values belongs to the row afterwards
    public CaseRow row(String caseId, RowNames names, List<String> texts, double[] values) {
        return new CaseRow(caseId, known.computeIfAbsent(names, same -> same), texts, values);
    }

    /// One table of all rows, in their order. Its columns come in the order in which the rows bring them. Cases may lack a column
    /// (a filter skipped on a thin image): there the value is NaN, the text empty.
    public static FeatureTable table(List<CaseRow> rows) {
        Map<RowNames, Places> kinds = new HashMap<>();
        Map<String, Integer> texts = new LinkedHashMap<>();
        Map<String, Integer> features = new LinkedHashMap<>();
        rows.forEach(row -> kinds.computeIfAbsent(
                row.names(), names -> new Places(added(names.texts(), texts), added(names.features(), features))));
        String[][] cells = new String[texts.size()][rows.size()];
        double[][] columns = new double[features.size()][rows.size()];
        for (String[] column : cells) {
            Arrays.fill(column, "");
        }
        for (double[] column : columns) {
            Arrays.fill(column, Double.NaN);
        }
        for (int n = 0; n < rows.size(); n++) {
            CaseRow row = rows.get(n);
            Places places = Objects.requireNonNull(kinds.get(row.names()));
            for (int at = 0; at < places.texts.length; at++) {
                cells[places.texts[at]][n] = row.texts().get(at);
            }
            for (int at = 0; at < places.features.length; at++) {
                columns[places.features[at]][n] = row.values()[at];
            }
        }
        Map<String, List<String>> named = new LinkedHashMap<>();
        texts.forEach((name, column) -> named.put(name, List.of(cells[column])));
        return new FeatureTable(rows.stream().map(CaseRow::caseId).toList(), named, List.copyOf(features.keySet()), columns);
    }

    /// Where the columns of one kind of row stand in the table.
    private record Places(int[] texts, int[] features) {}

    /// The places of `names`, the new ones behind those that are there.
    private static int[] added(List<String> names, Map<String, Integer> places) {
        return names.stream().mapToInt(name -> places.computeIfAbsent(name, fresh -> places.size())).toArray();
    }
}
