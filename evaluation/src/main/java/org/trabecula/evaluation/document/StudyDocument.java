package org.trabecula.evaluation.document;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trabecula.evaluation.Evaluation;

/// A run folder's `evaluation.json`: one entry of `models` a model, part and kind, with the same names as the verb
/// `evaluate` gives its models.
public final class StudyDocument {
    private StudyDocument() {}

    public static Map<String, @Nullable Object> of(Evaluation evaluation) {
        double level = evaluation.settings().level();
        return new JsonObject()
                .put("level", level)
                .put("models", evaluation.rows().stream().map(row -> entry(row, level, evaluation.seed())).toList())
                .put("delong", evaluation.comparisons().stream()
                        .map(found -> ComparisonDocument.object(found, evaluation.seed()).map())
                        .toList())
                .put("decision_curve", DecisionDocument.objects(evaluation))
                .map();
    }

    private static Map<String, @Nullable Object> entry(Evaluation.Row row, double level, long seed) {
        return new JsonObject()
                .put("model", row.model())
                .put("part", row.part().label())
                .put("kind", row.kind().label())
                .put("n", row.n())
                .put("positives", row.positives())
                .put("patients", row.patients())
                .putAll(ModelDocument.object(row, level, seed))
                .map();
    }
}
