package org.trabecula.evaluation.document;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trabecula.evaluation.Evaluation;

/// A run folder's `evaluation.json`: one entry of `models` a model, part and kind, with the same names as the verb
/// `evaluate` gives its models. A model that is not usable has its cases, `auc` null and the reason in `why`.
public final class StudyDocument {
    private StudyDocument() {}

    /// @param supplement models that were not chosen: marked so, behind all others
    public static Map<String, @Nullable Object> of(Evaluation evaluation, List<Evaluation.Row> supplement) {
        double level = evaluation.settings().level();
        return new JsonObject()
                .put("level", level)
                .put("models", Stream.of(
                                evaluation.rows().stream().map(row -> entry(row, level, evaluation.seed(), false)),
                                evaluation.without().stream().map(StudyDocument::entry),
                                supplement.stream().map(row -> entry(row, level, evaluation.seed(), true)))
                        .flatMap(all -> all)
                        .toList())
                .put("delong", ComparisonDocument.objects(evaluation, false))
                .put("decision_curve", DecisionDocument.objects(evaluation))
                .map();
    }

    /// A model that is not usable: its cases, and why there is no number.
    private static Map<String, @Nullable Object> entry(Evaluation.NoModel none) {
        return new JsonObject()
                .put("model", none.model())
                .put("part", none.part().label())
                .put("kind", none.kind().label())
                .put("n", none.rows().size())
                .put("positives", none.rows().outcome().cases())
                .put("patients", none.rows().clusters().count())
                .none("auc", none.words())
                .map();
    }

    private static Map<String, @Nullable Object> entry(Evaluation.Row row, double level, long seed, boolean supplement) {
        JsonObject whose = new JsonObject().put("model", row.model());
        return (supplement ? whose.put("supplement", true) : whose)
                .put("part", row.part().label())
                .put("kind", row.kind().label())
                .put("n", row.n())
                .put("positives", row.positives())
                .put("patients", row.patients())
                .putAll(ModelDocument.object(row, level, seed))
                .map();
    }
}
