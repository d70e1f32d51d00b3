package org.trabecula.extraction.feature;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.trabecula.radiomics.FeatureRow;
import org.trabecula.table.FeatureTable;

/// Rows of features as tables.
public final class FeatureRows {
    private FeatureRows() {}

    /// One case as a table of one row, its diagnostics beside the features.
    public static FeatureTable table(String caseId, FeatureRow row) {
        double[][] columns = new double[row.size()][];
        for (int feature = 0; feature < columns.length; feature++) {
            columns[feature] = new double[] {row.value(feature)};
        }
        Map<String, List<String>> diagnostics = new LinkedHashMap<>();
        row.diagnostics().forEach((name, text) -> diagnostics.put(name, List.of(text)));
        return new FeatureTable(List.of(caseId), diagnostics, row.names(), columns);
    }

    /// One table of all rows. Cases may lack a column (a filter skipped on a thin image); there the value is NaN.
    public static FeatureTable stacked(List<FeatureTable> rows) {
        List<String> names =
                List.copyOf(new LinkedHashSet<>(rows.stream().flatMap(row -> row.names().stream()).toList()));
        double[][] columns = new double[names.size()][rows.size()];
        for (int column = 0; column < columns.length; column++) {
            for (int row = 0; row < rows.size(); row++) {
                FeatureTable one = rows.get(row);
                columns[column][row] = one.has(names.get(column)) ? one.column(names.get(column))[0] : Double.NaN;
            }
        }
        Map<String, List<String>> texts = new LinkedHashMap<>();
        rows.stream().flatMap(row -> row.texts().keySet().stream()).forEach(name -> texts.putIfAbsent(
                name, rows.stream().map(row -> row.texts().getOrDefault(name, List.of("")).getFirst()).toList()));
        return new FeatureTable(rows.stream().map(row -> row.caseIds().getFirst()).toList(), texts, names, columns);
    }
}
