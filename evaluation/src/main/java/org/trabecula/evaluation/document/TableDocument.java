package org.trabecula.evaluation.document;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.TrainingArea;
import org.trabecula.stats.Interval;

/// The document of the verb `evaluate`: models of one table by name.
///
/// @param evaluation      all models on the rows of one table
/// @param training        the area on training rows, by model; empty where there are none
/// @param cutoffsChosenOn what the document says of where cut-offs were chosen
public record TableDocument(Evaluation evaluation, Map<String, TrainingArea> training, String cutoffsChosenOn) {
    public TableDocument {
        training = Map.copyOf(training);
    }

    /// Of a table whose cut-offs were chosen on the training rows, or, where there are none, on its own.
    public TableDocument(Evaluation evaluation, Map<String, TrainingArea> training) {
        this(evaluation, training, training.isEmpty() ? "the same rows" : "the training table");
    }

    public Map<String, @Nullable Object> object() {
        Evaluation.Row any = evaluation.rows().getFirst();
        double level = evaluation.settings().level();
        JsonObject models = new JsonObject();
        for (Evaluation.Row row : evaluation.rows()) {
            JsonObject object = ModelDocument.object(row, level, evaluation.seed());
            TrainingArea there = training.get(row.model());
            if (there != null) {
                object.put("train", onTraining(there));
            }
            models.put(row.model(), object.map());
        }
        boolean reclassified = evaluation.settings().riskClasses().isPresent();
        return new JsonObject()
                .put("n", any.n())
                .put("positives", any.positives())
                .put("level", level)
                .put("cutoffs_chosen_on", cutoffsChosenOn)
                .put("models", models.map())
                .put("delong", ComparisonDocument.objects(evaluation, reclassified))
                .put("decision_curve", DecisionDocument.objects(evaluation))
                .map();
    }

    private static Object onTraining(TrainingArea found) {
        String why = "fewer than two cases or controls";
        return new JsonObject()
                .put("n", found.there().cases() + found.there().controls())
                .put("auc", found.there().auc())
                .number("auc_variance", found.there().variance(), why)
                .interval("auc_ci", new Interval(found.there().lower(), found.there().upper()), why)
                .put("unpaired", ComparisonDocument.test(found.tested())
                        .number("df", found.tested().df(), "the difference has no variance")
                        .map())
                .map();
    }
}
