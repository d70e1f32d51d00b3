package org.trabecula.study.written;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.learn.model.ModelId;
import org.trabecula.learn.signature.Signature;
import org.trabecula.study.fit.Contender;
import org.trabecula.study.fit.FittedSignature;
import org.trabecula.study.fit.StepCount;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.folder.StudyJson;
import org.trabecula.study.result.StudyResult;

/// What was fitted: a signature's steps and formula, and its classifier.
final class SignatureFiles {
    private SignatureFiles() {}

    static void write(RunFolder run, StudyResult result) throws IOException {
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
        for (Contender other : result.supplement().contenders()) {
            run.writeText("models/" + other.id() + ".json", StudyJson.text(other.model()));
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
}
