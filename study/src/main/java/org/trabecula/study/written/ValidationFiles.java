package org.trabecula.study.written;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.AtomicFile;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.Scores;
import org.trabecula.evaluation.document.DocumentTable;
import org.trabecula.evaluation.document.EvaluationTables;
import org.trabecula.evaluation.document.JsonText;
import org.trabecula.evaluation.document.RecalibrationDocument;
import org.trabecula.evaluation.document.TableDocument;
import org.trabecula.extraction.failure.FailureTable;
import org.trabecula.study.bundle.Recalibration;
import org.trabecula.study.validate.Refitted;
import org.trabecula.study.validate.Validation;
import org.trabecula.table.FeatureTableFile;

/// A validation as one document and as tables, those of an evaluation among them.
///
/// @param update the bundle's, where one was asked for
/// @param refit  what it rests on, where coefficients were fitted anew
public record ValidationFiles(Validation validation, Optional<Recalibration.Update> update, Optional<Refitted> refit) {
    private static final String REFIT = "refit.csv";
    private static final String DOCUMENT = "validation.json";
    private static final String RECALIBRATION = "recalibration.csv";
    private static final String SCORES = "scores.csv";
    private static final String FAILURES = "failures.csv";
    /// The updated bundle.
    public static final String BUNDLE = "model-recalibrated.trabecula";

    /// Names of all that is written, known before anything is computed.
    ///
    /// @param update what is asked for
    public static List<String> names(Optional<Recalibration.Kind> update) {
        return Stream.of(
                        List.of(DOCUMENT, RECALIBRATION, SCORES, FAILURES), EvaluationTables.files(),
                        update.isPresent() ? List.of(BUNDLE) : List.<String>of(),
                        update.filter(Recalibration.Kind.REFIT::equals).isPresent() ? List.of(REFIT) : List.<String>of())
                .flatMap(List::stream)
                .toList();
    }

    /// Writes everything but figures and bundle.
    public void write(Path folder) throws IOException {
        for (DocumentTable table : EvaluationTables.all(validation.evaluation())) {
            table.write(folder);
        }
        recalibrations().write(folder);
        if (refit.isPresent()) {
            RefitDocument.table(REFIT, refit.get()).write(folder);
        }
        scores().write(folder);
        FailureTable.write(folder.resolve(FAILURES), validation.failures());
        AtomicFile.writeText(folder.resolve(DOCUMENT), JsonText.of(object()) + "\n");
    }

    /// What the document says in words, too.
    public TableDocument evaluation() {
        return new TableDocument(validation.evaluation(), Map.of(), "the training cases of the model");
    }

    /// The document: who was looked at, the evaluation as the verb `evaluate` has it, the recalibrations, the update.
    public Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        Map<String, @Nullable Object> model = new LinkedHashMap<>();
        model.put("sha256", validation.model());
        model.put("trained_on", validation.trainedOn());
        document.put("model", model);
        document.put("cohort", cohort(validation.cohort()));
        document.putAll(evaluation().object());
        Map<String, @Nullable Object> fits = new LinkedHashMap<>();
        validation.fits().forEach((id, fit) -> {
            Map<String, @Nullable Object> both = new LinkedHashMap<>();
            for (Recalibration.Kind kind : Recalibration.Kind.LINES) {
                both.put(kind.label(), RecalibrationDocument.object(fit.of(kind), fit.errorsOf(kind)));
            }
            fits.put(id.label(), both);
        });
        document.put("recalibration", fits);
        document.put("update", update.map(ValidationFiles::update).orElse(null));
        refit.ifPresent(anew -> document.put("refit", RefitDocument.object(anew)));
        document.put("notes", validation.notes());
        document.put("not_a_medical_device", true);
        return document;
    }

    private static Map<String, @Nullable Object> cohort(Validation.Counts counts) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("name", counts.name());
        object.put("rows", counts.rows());
        object.put("excluded", counts.excluded());
        object.put("without_outcome", counts.withoutOutcome());
        object.put("failed", counts.failed());
        object.put("cases", counts.cases());
        object.put("patients", counts.patients());
        object.put("events", counts.events());
        return object;
    }

    private static Map<String, @Nullable Object> update(Recalibration.Update update) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("kind", update.kind().label());
        object.put("file", BUNDLE);
        object.put("models", update.lines().keySet().stream().map(id -> id.label()).toList());
        return object;
    }

    private DocumentTable recalibrations() {
        List<List<String>> rows = new ArrayList<>();
        validation.fits().forEach((id, fit) -> {
            for (Recalibration.Kind kind : Recalibration.Kind.LINES) {
                rows.add(RecalibrationDocument.cells(id.label(), kind.label(), fit.of(kind), fit.errorsOf(kind)));
            }
        });
        return new DocumentTable(RECALIBRATION, RecalibrationDocument.COLUMNS, rows);
    }

    private DocumentTable scores() {
        List<List<String>> rows = new ArrayList<>();
        for (Evaluation.Row row : validation.evaluation().rows()) {
            Scores scores = row.scores();
            for (int k = 0; k < scores.scores().length; k++) {
                rows.add(List.of(
                        scores.rows().ids().get(k), scores.model(), FeatureTableFile.number(scores.scores()[k]),
                        Integer.toString(scores.outcome().y(k))));
            }
        }
        return new DocumentTable(SCORES, List.of("case_id", "model", "score", "outcome"), rows);
    }
}
