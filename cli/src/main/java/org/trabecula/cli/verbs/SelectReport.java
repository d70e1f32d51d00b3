package org.trabecula.cli.verbs;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/// What `select` shows: the document, as JSON, as lines for people, as a table of coefficients.
record SelectReport(ObjectNode document) {
    String json() {
        return new ObjectMapper().writeValueAsString(document);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        if (document.has("kept")) {
            text.append(document.get("kept").size()).append(" kept, ").append(document.get("removed").size()).append(" removed\n");
            for (JsonNode removed : document.get("removed")) {
                text.append(String.format(Locale.ROOT, "%s  because of %s (rho %.4f)%n", removed.get("name").stringValue(),
                        removed.get("because").stringValue(), removed.get("rho").doubleValue()));
            }
            return text.toString();
        }
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

    /// The selected coefficients, `name,coefficient`; for redundancy the removed features, `name,because`.
    String csv() {
        StringBuilder csv = new StringBuilder();
        if (document.has("kept")) {
            csv.append("name,because\n");
            for (JsonNode removed : document.get("removed")) {
                csv.append(cell(removed.get("name").stringValue())).append(',')
                        .append(cell(removed.get("because").stringValue())).append('\n');
            }
            return csv.toString();
        }
        csv.append("name,coefficient\n");
        JsonNode selected = document.get("selected");
        if (!selected.get("intercept").isNull()) {
            csv.append("(intercept),").append(selected.get("intercept").doubleValue()).append('\n');
        }
        for (Map.Entry<String, JsonNode> entry : selected.get("coefficients").properties()) {
            csv.append(cell(entry.getKey())).append(',').append(entry.getValue().doubleValue()).append('\n');
        }
        return csv.toString();
    }

    private static String cell(String name) {
        return name.matches("[^,\"\n]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    private static List<Map.Entry<String, JsonNode>> byWeight(JsonNode coefficients) {
        return coefficients.properties().stream()
                .sorted(Comparator.comparingDouble(entry -> -Math.abs(entry.getValue().doubleValue())))
                .toList();
    }
}
