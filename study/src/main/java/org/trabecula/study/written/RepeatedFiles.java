package org.trabecula.study.written;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trabecula.evaluation.document.RepeatedDocument;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.stats.resampling.SelectionStability;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.folder.StudyJson;
import org.trabecula.study.result.RepeatedStudy;
import org.trabecula.table.TextTableFile;

/// `repeated.json` and `repeated.csv`: models over repetitions. `repeated-curves.csv`: their calibration and decision curves. `stability.csv`: how often each feature was selected.
final class RepeatedFiles {
    private static final String JSON = "repeated.json";
    private static final String CSV = "repeated.csv";
    private static final String CURVES = "repeated-curves.csv";
    private static final String STABILITY = "stability.csv";
    private static final String CURVE = "learning-curve.csv";
    private static final String CENTRES = "centres.csv";

    private RepeatedFiles() {}

    /// Takes away what other settings left in the same folder.
    static void write(RunFolder run, Optional<RepeatedStudy> repeated) throws IOException {
        for (String file : List.of(JSON, CSV, CURVES, STABILITY, CURVE, CENTRES)) {
            Files.deleteIfExists(run.at(file));
        }
        if (repeated.isPresent()) {
            write(run, repeated.get());
        }
    }

    private static void write(RunFolder run, RepeatedStudy repeated) throws IOException {
        RepeatedDocument.table(repeated.evaluation()).write(run.root());
        RepeatedDocument.curves(repeated.evaluation()).write(run.root());
        TextTableFile.write(
                run.at(STABILITY), List.of("signature", "feature", "selected", "fits"), features(repeated));
        if (repeated.learningCurve().isPresent()) {
            RepeatedTables.curve(CURVE, repeated.learningCurve().get()).write(run.root());
        }
        if (!repeated.centres().rows().isEmpty()) {
            RepeatedTables.centres(CENTRES, repeated.centres()).write(run.root());
        }
        run.writeText(JSON, StudyJson.text(document(repeated)));
    }

    /// Every candidate, those never selected too.
    private static List<List<String>> features(RepeatedStudy repeated) {
        List<List<String>> rows = new ArrayList<>();
        repeated.selections().forEach((kind, found) -> {
            SelectionStability stability = found.stability();
            for (int feature = 0; feature < found.names().size(); feature++) {
                rows.add(List.of(
                        kind.label(), found.names().get(feature), Integer.toString(stability.counts()[feature]),
                        Integer.toString(stability.selections())));
            }
        });
        return rows;
    }

    private static Map<String, @Nullable Object> document(RepeatedStudy repeated) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("times", repeated.times());
        document.put("folds", repeated.folds());
        document.put("n", repeated.rows().size());
        document.put("positives", repeated.rows().outcome().cases());
        document.put("patients", repeated.rows().clusters().count());
        document.put("level", repeated.evaluation().level());
        document.put("spread", RepeatedDocument.SPREAD);
        document.put("models", RepeatedDocument.models(repeated.evaluation()));
        Map<String, @Nullable Object> stability = new LinkedHashMap<>();
        for (SignatureKind kind : SignatureKind.values()) {
            RepeatedStudy.Selections found = repeated.selections().get(kind);
            if (found != null) {
                stability.put(kind.label(), stability(found.stability()));
            }
        }
        document.put("stability", stability);
        document.put("learning_curve", repeated.learningCurve().map(RepeatedTables::curve).orElse(null));
        document.put("centres", RepeatedTables.centres(repeated.centres()));
        return document;
    }

    private static Map<String, @Nullable Object> stability(SelectionStability found) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("fits", found.selections());
        json.put("features", found.features());
        json.put("mean_selected", found.meanSize());
        boolean defined = !Double.isNaN(found.stability());
        json.put("stability", defined ? found.stability() : null);
        json.put("stability_ci", defined ? List.of(found.interval().lower(), found.interval().upper()) : null);
        if (!defined) {
            json.put("why", "fewer than two fits, or all features or none selected in every one");
        }
        return json;
    }
}
