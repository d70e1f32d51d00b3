package org.trabecula.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.evaluation.Scores;
import org.trabecula.evaluation.document.DocumentTable;
import org.trabecula.evaluation.document.EvaluationTables;
import org.trabecula.evaluation.document.StudyDocument;
import org.trabecula.extraction.failure.FailureTable;
import org.trabecula.figures.nomogram.NomogramFigure;
import org.trabecula.learn.Subject;
import org.trabecula.learn.model.ModelId;
import org.trabecula.learn.signature.Signature;
import org.trabecula.stats.nomogram.Link;
import org.trabecula.stats.nomogram.Nomogram;
import org.trabecula.study.report.AxisTitles;
import org.trabecula.study.fit.FittedSignature;
import org.trabecula.study.fit.StepCount;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.folder.StudyJson;
import org.trabecula.study.result.StudyResult;
import org.trabecula.table.FeatureTableFile;
import org.trabecula.table.TextTableFile;

/// Writes a study's results as tables and JSON into its run folder. No patient's data leave the tables that already name
/// cases; logs and report hold none.
public final class RunFiles {
    private final RunFolder run;

    public RunFiles(RunFolder run) {
        this.run = run;
    }

    /// Everything but report and bundle.
    public void write(StudyResult result, String version) throws IOException {
        flow(result);
        split(result);
        FailureTable.write(run.at("failures.csv"), result.failures());
        scores(result);
        for (DocumentTable table : EvaluationTables.all(result.evaluation())) {
            table.write(run.root());
        }
        signatures(result);
        if (result.clinical().nomogram().isPresent()) {
            Nomogram nomogram = result.clinical().nomogram().get();
            run.writeText("nomogram.json", StudyJson.text(Map.of("model", result.clinical().model().orElseThrow(), "nomogram", nomogram)));
            run.writeText(
                    "nomogram.svg",
                    NomogramFigure.svg(
                            "Nomogram", nomogram, new Link.Logistic(), "Probability of " + result.cohort().classes().positive(),
                            AxisTitles::of));
        }
        run.writeText("evaluation.json", StudyJson.text(StudyDocument.of(result.evaluation())));
        run.writeText("run.json", StudyJson.text(runRecord(result, version)));
    }

    private void flow(StudyResult result) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (VertebraCase c : result.cohort().cases()) {
            boolean failed = result.failures().stream().anyMatch(f -> f.caseId().equals(c.caseId()));
            String state = c.exclude().isPresent() ? "excluded" : failed ? "failed" : "included";
            rows.add(List.of(c.caseId(), state, c.exclude().orElse(failed ? "see failures.csv" : "")));
        }
        TextTableFile.write(run.at("flow.csv"), List.of("case_id", "state", "reason"), rows);
    }

    private void split(StudyResult result) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Subject s : result.split().train()) {
            rows.add(List.of(s.caseId(), s.patientId(), Integer.toString(s.outcome()), "train"));
        }
        for (Subject s : result.split().test()) {
            rows.add(List.of(s.caseId(), s.patientId(), Integer.toString(s.outcome()), "test"));
        }
        TextTableFile.write(run.at("split.csv"), List.of("case_id", "patient_id", "outcome", "part"), rows);
    }

    private void scores(StudyResult result) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Scores s : result.scores()) {
            for (int row = 0; row < s.scores().length; row++) {
                rows.add(List.of(
                        s.caseIds().get(row), s.part().label(), s.model(), FeatureTableFile.number(s.scores()[row]),
                        s.kind().label()));
            }
        }
        TextTableFile.write(run.at("scores.csv"), List.of("case_id", "part", "model", "score", "kind"), rows);
    }

    private void signatures(StudyResult result) throws IOException {
        for (FittedSignature fitted : result.fitted().signatures()) {
            Signature signature = fitted.signature();
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", fitted.name());
            json.put("lambda", signature.lambda());
            json.put("intercept", signature.intercept());
            Map<String, Double> coefficients = new LinkedHashMap<>();
            for (int at = 0; at < signature.coefficients().length; at++) {
                coefficients.put(signature.names().get(at), signature.coefficients()[at]);
            }
            json.put("coefficients", coefficients);
            json.put("formula", signature.formula());
            List<Map<String, Object>> steps = new ArrayList<>();
            for (StepCount count : fitted.counts()) {
                steps.add(Map.of("step", count.step(), "before", count.before(), "after", count.after(), "note", count.note()));
            }
            json.put("steps", steps);
            json.put("classifier", fitted.search().best());
            run.writeText("signatures/" + fitted.name() + ".json", StudyJson.text(json));
            run.writeText("models/" + ModelId.of(fitted.kind(), fitted.search().classifier()) + ".json", StudyJson.text(fitted.model()));
        }
    }

    private static Map<String, Object> runRecord(StudyResult result, String version) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("trabecula", version);
        json.put("java", Runtime.version().toString());
        json.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        json.put("seed", result.settings().seed());
        json.put("synthetic", result.synthetic());
        json.put("cases", result.flow().included());
        json.put("patients", result.flow().patients());
        json.put("failed", result.failures().size());
        json.put("notes", result.notes());
        Map<String, String> seconds = new LinkedHashMap<>();
        result.seconds().forEach((stage, s) -> seconds.put(stage, String.format(Locale.ROOT, "%.2f", s)));
        json.put("seconds", seconds);
        return json;
    }
}
