package org.trabecula.cli.verbs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.radiomics.UndefinedFeature;
import org.trabecula.table.FeatureTable;
import tools.jackson.databind.json.JsonMapper;

/// A feature table as one JSON document: `{"rows": [{"case_id", "diagnostics": {…}, "features": {…}, "why": {…}}]}`.
///
/// A feature without a value is `null`, and `why` says the reason.
final class FeatureTableJson {
    private FeatureTableJson() {}

    static String of(FeatureTable table) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            Map<String, Object> diagnostics = new LinkedHashMap<>();
            for (Map.Entry<String, List<String>> column : table.texts().entrySet()) {
                diagnostics.put(column.getKey(), column.getValue().get(row));
            }
            Map<String, Object> features = new LinkedHashMap<>();
            Map<String, String> why = new LinkedHashMap<>();
            for (int column = 0; column < table.names().size(); column++) {
                String name = table.names().get(column);
                double value = table.value(row, column);
                features.put(name, Double.isNaN(value) ? null : value);
                if (Double.isNaN(value)) {
                    why.put(name, UndefinedFeature.problem(name).found());
                }
            }
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("case_id", table.caseIds().get(row));
            one.put("diagnostics", diagnostics);
            one.put("features", features);
            if (!why.isEmpty()) {
                one.put("why", why);
            }
            rows.add(one);
        }
        return JsonMapper.shared().writeValueAsString(Map.of("rows", rows));
    }
}
