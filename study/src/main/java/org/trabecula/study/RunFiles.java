package org.trabecula.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.Provenance;
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
import org.trabecula.study.fit.FittedSignature;
import org.trabecula.study.fit.StepCount;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.folder.StudyJson;
import org.trabecula.study.report.AxisTitles;
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
    public void write(StudyResult result, String version, Provenance provenance) throws IOException {
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
            Map<String, Object> json = new LinkedHashMap<>(); // Map.of has another order in every process
            json.put("model", result.clinical().model().orElseThrow());
            json.put("nomogram", nomogram);
            run.writeText("nomogram.json", StudyJson.text(json));
            run.writeText(
                    "nomogram.svg",
                    NomogramFigure.svg(
                            "Nomogram", nomogram, new Link.Logistic(), "Probability of " + result.cohort().classes().positive(),
                            AxisTitles::of));
        }
        run.writeText("evaluation.json", StudyJson.text(StudyDocument.of(result.evaluation())));
        run.writeText("run.json", StudyJson.text(runRecord(result, version, provenance)));
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
                steps.add(step(count));
            }
            json.put("steps", steps);
            json.put("classifier", fitted.search().best());
            run.writeText("signatures/" + fitted.name() + ".json", StudyJson.text(json));
            run.writeText("models/" + ModelId.of(fitted.kind(), fitted.search().classifier()) + ".json", StudyJson.text(fitted.model()));
        }
    }

    /// In this order, in every process.
    private static Map<String, Object> step(StepCount count) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("step", count.step());
        json.put("before", count.before());
        json.put("after", count.after());
        json.put("note", count.note());
        return json;
    }

    private static Map<String, Object> runRecord(StudyResult result, String version, Provenance provenance) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("trabecula", version);
        json.put("java", provenance.java());
        json.put("system", provenance.system());
        json.put("command", provenance.command());
        json.put("seed", result.settings().seed());
        json.put("synthetic", result.synthetic());
        json.put("cases", result.flow().included());
        json.put("patients", result.flow().patients());
        json.put("failed", result.failures().size());
        json.put("notes", result.notes());
        Map<String, String> seconds = new LinkedHashMap<>();
        result.seconds().forEach((stage, s) -> seconds.put(stage, String.format(Locale.ROOT, "%.2f", s)));
        json.put("seconds", seconds);
        json.put("settings", result.settings());
        json.put("settings_sha256", provenance.settingsHash());
        json.put("code", provenance.code());
        json.put("weights", provenance.weights());
        json.put("inputs", provenance.inputs());
        return json;
    }
}
