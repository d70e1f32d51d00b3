package org.trabecula.cli.verbs;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a penalised regression shows: its document as lines for people and as a table of coefficients.
record SelectReport(ObjectNode document) {
    /// @param figures by file name
    SelectResult result(Map<String, String> figures) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("coefficients.csv", csv());
        files.putAll(figures);
        return new SelectResult(document, text(), files);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        JsonNode selected = document.get("selected");
        JsonNode cv = document.get("cv");
        text.append(String.format(Locale.ROOT, "lambda %.6g (min %.6g, 1se %.6g by %s), %d of %d features%n",
                selected.get("lambda").doubleValue(), cv.get("lambda_min").doubleValue(), cv.get("lambda_1se").doubleValue(),
                cv.get("measure").stringValue(), selected.get("coefficients").size(), document.get("p").intValue()));
        for (Map.Entry<String, JsonNode> entry : byWeight(selected.get("coefficients"))) {
            text.append(String.format(Locale.ROOT, "%14.6g  %s%n", entry.getValue().doubleValue(), entry.getKey()));
        }
        if (!selected.get("intercept").isNull()) {
            text.append(String.format(Locale.ROOT, "%14.6g  (intercept)%n", selected.get("intercept").doubleValue()));
        }
        return text.toString();
    }

    /// The selected coefficients.
    private String csv() {
        CsvText csv = new CsvText("name", "coefficient");
        JsonNode selected = document.get("selected");
        if (!selected.get("intercept").isNull()) {
            csv.line("(intercept)", selected.get("intercept").doubleValue());
        }
        selected.get("coefficients").properties().forEach(entry -> csv.line(entry.getKey(), entry.getValue().doubleValue()));
        return csv.toString();
    }

    private static List<Map.Entry<String, JsonNode>> byWeight(JsonNode coefficients) {
        return coefficients.properties().stream()
                .sorted(Comparator.comparingDouble(entry -> -Math.abs(entry.getValue().doubleValue())))
                .toList();
    }
}
