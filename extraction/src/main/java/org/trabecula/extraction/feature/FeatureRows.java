package org.trabecula.extraction.feature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.radiomics.FeatureRow;
import org.trabecula.table.FeatureTable;

/// A row of features as a table.
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
}
