package org.trabecula.cli.verbs;

import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The nomogram's model as lines for people.
final class NomogramText {
    private NomogramText() {}

    static String of(ObjectNode document) {
        JsonNode model = document.get("model");
        JsonNode errors = model.get(model.get("se_robust").isNull() ? "se" : "se_robust");
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%s, C %.4f, log likelihood %.4f (%.4f without terms)%n",
                model.get("family").stringValue(), number(model, "c_index"), number(model, "logLik"), number(model, "logLik_null")));
        text.append("   coefficient           se  term").append(model.get("se_robust").isNull() ? "" : "  (robust se)").append('\n');
        if (!model.get("intercept").isNull()) {
            line(text, number(model, "intercept"), number(errors, "Intercept"), "(intercept)");
        }
        for (Map.Entry<String, JsonNode> term : model.get("coefficients").properties()) {
            line(text, term.getValue().doubleValue(), number(errors, term.getKey()), term.getKey());
        }
        if (document.has("validation")) {
            for (Map.Entry<String, JsonNode> index : document.get("validation").get("indexes").properties()) {
                text.append(String.format(Locale.ROOT, "%-10s %9.4f  corrected for optimism %9.4f%n", index.getKey(),
                        number(index.getValue(), "original"), number(index.getValue(), "corrected")));
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, double coefficient, double error, String name) {
        text.append(String.format(Locale.ROOT, "%14.6g %12.4g  %s%n", coefficient, error, name));
    }

    private static double number(JsonNode node, String key) {
        return node.get(key).doubleValue();
    }
}
