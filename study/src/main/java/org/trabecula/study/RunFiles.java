package org.trabecula.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.Scores;
import org.trabecula.figures.nomogram.NomogramFigure;
import org.trabecula.learn.Subject;
import org.trabecula.learn.model.Signature;
import org.trabecula.stats.calibration.Calibration;
import org.trabecula.stats.decision.DecisionPoint;
import org.trabecula.stats.nomogram.Link;
import org.trabecula.stats.nomogram.Nomogram;
import org.trabecula.study.report.AxisTitles;
import org.trabecula.study.fit.FittedSignature;
import org.trabecula.study.fit.StepCount;
import org.trabecula.extraction.failure.FailureTable;
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
        confusion(result.evaluation());
        delong(result.evaluation());
        calibration(result.evaluation());
        decision(result.evaluation());
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
        run.writeText("evaluation.json", StudyJson.text(evaluation(result.evaluation())));
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

    private void confusion(Evaluation evaluation) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Evaluation.Row r : evaluation.rows()) {
            rows.add(List.of(
                    r.model(), r.part().label(), r.kind().label(), FeatureTableFile.number(r.cutoff().threshold()),
                    Integer.toString(r.confusion().tp()), Integer.toString(r.confusion().fp()),
                    Integer.toString(r.confusion().fn()), Integer.toString(r.confusion().tn()),
                    FeatureTableFile.number(r.confusion().sensitivity().value()),
                    FeatureTableFile.number(r.confusion().specificity().value()),
                    FeatureTableFile.number(r.confusion().accuracy().value()),
                    FeatureTableFile.number(r.confusion().f1())));
        }
        TextTableFile.write(
                run.at("confusion.csv"),
                List.of("model", "part", "kind", "threshold", "tp", "fp", "fn", "tn", "sensitivity", "specificity", "accuracy", "f1"),
                rows);
    }

    private void delong(Evaluation evaluation) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Evaluation.Comparison c : evaluation.comparisons()) {
            rows.add(List.of(
                    c.part().label(), c.kind().label(), c.a(), c.b(), FeatureTableFile.number(c.clustered().difference()),
                    FeatureTableFile.number(c.clustered().standardError()), FeatureTableFile.number(c.clustered().p()),
                    FeatureTableFile.number(c.plain().p())));
        }
        TextTableFile.write(
                run.at("delong.csv"),
                List.of("part", "kind", "a", "b", "difference", "se_clustered", "p_clustered", "p_plain"), rows);
    }

    private void calibration(Evaluation evaluation) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Evaluation.Row r : evaluation.rows()) {
            Calibration c = r.calibration();
            rows.add(List.of(
                    r.model(), r.part().label(), r.kind().label(), FeatureTableFile.number(c.line().intercept()),
                    FeatureTableFile.number(c.line().slope()), FeatureTableFile.number(c.inTheLarge().intercept()),
                    FeatureTableFile.number(c.brier()), FeatureTableFile.number(c.brierScaled()),
                    FeatureTableFile.number(c.expectedObserved()), FeatureTableFile.number(c.errors().mean())));
        }
        TextTableFile.write(
                run.at("calibration.csv"),
                List.of(
                        "model", "part", "kind", "intercept", "slope", "intercept_slope_1", "brier", "brier_scaled", "eo", "ici"),
                rows);
    }

    private void decision(Evaluation evaluation) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Evaluation.Row r : evaluation.rows()) {
            for (int at = 0; at < r.decision().model().size(); at++) {
                DecisionPoint point = r.decision().model().get(at);
                rows.add(List.of(
                        r.model(), r.part().label(), r.kind().label(), FeatureTableFile.number(point.threshold()),
                        FeatureTableFile.number(point.netBenefit()),
                        FeatureTableFile.number(r.decision().all().get(at).netBenefit())));
            }
        }
        TextTableFile.write(
                run.at("dca.csv"), List.of("model", "part", "kind", "threshold", "net_benefit", "treat_all"), rows);
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
            run.writeText("models/svm-" + fitted.name() + ".json", StudyJson.text(fitted.model()));
        }
    }

    private static Map<String, Object> evaluation(Evaluation evaluation) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Evaluation.Row r : evaluation.rows()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("model", r.model());
            row.put("part", r.part().label());
            row.put("kind", r.kind().label());
            row.put("n", r.n());
            row.put("positives", r.positives());
            row.put("patients", r.patients());
            row.put("auc", r.auc().auc());
            row.put("auc_ci", List.of(r.auc().lower(), r.auc().upper()));
            row.put("auc_ci_plain", List.of(r.plain().lower(), r.plain().upper()));
            row.put("auc_ci_bootstrap", List.of(r.bootstrap().lower(), r.bootstrap().upper()));
            row.put("threshold", r.cutoff().threshold());
            row.put("confusion", r.confusion());
            row.put("brier", r.brier());
            rows.add(row);
        }
        return Map.of("models", rows);
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
