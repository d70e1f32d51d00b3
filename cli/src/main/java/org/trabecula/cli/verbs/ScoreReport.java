package org.trabecula.cli.verbs;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.AtomicFile;
import org.trabecula.table.TextTableFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Writes an evaluation: as JSON, as files with figures, as a few lines for the eye.
record ScoreReport(ScoreEvaluation evaluation, ScoreFigures figures) {
    private static final List<String> TABLES = List.of(
            "evaluation.json", "delong.csv", "dca.csv", "calibration.csv", "confusion.csv", "roc.csv", "precision-recall.csv");

    void write(@Nullable Path folder, boolean force, boolean json, PrintWriter out) throws IOException {
        String text = JsonMapper.shared().writeValueAsString(evaluation.document());
        JsonNode tree = JsonMapper.shared().readTree(text);
        if (folder != null) {
            Map<String, String> drawn = figures.all();
            OutputFiles.requireFree(
                    force, Stream.concat(TABLES.stream(), drawn.keySet().stream()).map(folder::resolve).toArray(Path[]::new));
            AtomicFile.writeText(folder.resolve("evaluation.json"), text + "\n");
            tables(folder, tree);
            for (Map.Entry<String, String> figure : drawn.entrySet()) {
                AtomicFile.writeText(folder.resolve(figure.getKey()), figure.getValue());
            }
        }
        if (json) {
            out.println(text);
        } else {
            print(tree, out);
        }
    }

    private void tables(Path folder, JsonNode tree) throws IOException {
        List<List<String>> tests = new ArrayList<>();
        for (JsonNode test : tree.get("delong")) {
            JsonNode clustered = test.get("clustered");
            tests.add(List.of(
                    test.get("a").stringValue(), test.get("b").stringValue(), cell(test, "difference"), cell(test, "se"),
                    cell(test, "z"), cell(test, "p"), cell(clustered, "se"), cell(clustered, "z"), cell(clustered, "p")));
        }
        TextTableFile.write(
                folder.resolve("delong.csv"),
                List.of("a", "b", "difference", "se", "z", "p", "clustered_se", "clustered_z", "clustered_p"),
                tests);
        List<List<String>> benefit = new ArrayList<>();
        for (JsonNode point : tree.get("decision_curve")) {
            benefit.add(List.of(
                    cell(point, "threshold"), point.get("model").stringValue(), cell(point, "net_benefit"),
                    cell(point, "standardized"), cell(point, "interventions_avoided")));
        }
        TextTableFile.write(
                folder.resolve("dca.csv"),
                List.of("threshold", "model", "net_benefit", "standardized", "interventions_avoided"),
                benefit);
        List<List<String>> curve = new ArrayList<>();
        List<List<String>> counts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> model : tree.get("models").properties()) {
            JsonNode calibration = model.getValue().get("calibration");
            if (!calibration.isNull()) {
                for (JsonNode point : calibration.get("curve")) {
                    curve.add(List.of(model.getKey(), point.get(0).toString(), point.get(1).toString()));
                }
            }
            for (Map.Entry<String, JsonNode> cutoff : model.getValue().get("cutoffs").properties()) {
                JsonNode at = cutoff.getValue();
                counts.add(List.of(
                        model.getKey(), cutoff.getKey(), cell(at, "threshold"), cell(at, "tp"), cell(at, "fp"),
                        cell(at, "tn"), cell(at, "fn")));
            }
        }
        TextTableFile.write(
                folder.resolve("roc.csv"),
                List.of("model", "threshold", "false_positive_rate", "sensitivity"),
                evaluation.models().stream().flatMap(model -> ScoreModelJson.rocRows(model).stream()).toList());
        TextTableFile.write(
                folder.resolve("precision-recall.csv"),
                List.of("model", "threshold", "recall", "precision"),
                evaluation.models().stream().flatMap(model -> ScoreModelJson.precisionRecallRows(model).stream()).toList());
        TextTableFile.write(folder.resolve("calibration.csv"), List.of("model", "predicted", "observed"), curve);
        TextTableFile.write(
                folder.resolve("confusion.csv"), List.of("model", "cutoff", "threshold", "tp", "fp", "tn", "fn"), counts);
    }

    private static String cell(JsonNode object, String key) {
        JsonNode value = object.isNull() ? object : object.get(key);
        return value == null || value.isNull() ? "" : value.toString();
    }

    private static void print(JsonNode tree, PrintWriter out) {
        out.println(tree.get("n") + " rows, " + tree.get("positives") + " cases; cut-offs chosen on "
                + tree.get("cutoffs_chosen_on").stringValue());
        for (Map.Entry<String, JsonNode> model : tree.get("models").properties()) {
            JsonNode found = model.getValue();
            JsonNode clustered = found.get("auc_clustered");
            JsonNode interval = clustered.isNull() ? found.get("auc_ci") : clustered.get("ci");
            JsonNode youden = found.get("cutoffs").get("youden");
            out.println(String.format(
                    Locale.ROOT,
                    "%-20s AUC %s %s%s, average precision %s",
                    model.getKey(),
                    number(found.get("auc")),
                    interval.isNull() ? "" : "(" + number(interval.get(0)) + " to " + number(interval.get(1)) + ")",
                    clustered.isNull() ? "" : " by patient",
                    number(found.get("average_precision"))));
            out.println(String.format(
                    Locale.ROOT,
                    "%-20s at %s: sensitivity %s, specificity %s (TP %s, FP %s, TN %s, FN %s)",
                    "",
                    number(youden.get("threshold")),
                    number(youden.get("sensitivity").get("value")),
                    number(youden.get("specificity").get("value")),
                    youden.get("tp"),
                    youden.get("fp"),
                    youden.get("tn"),
                    youden.get("fn")));
            JsonNode calibration = found.get("calibration");
            if (!calibration.isNull()) {
                out.println(String.format(
                        Locale.ROOT,
                        "%-20s Brier %s, calibration slope %s, intercept %s, E/O %s, ICI %s",
                        "",
                        number(calibration.get("brier")),
                        number(calibration.get("slope")),
                        number(calibration.get("intercept")),
                        number(calibration.get("eo")),
                        number(calibration.get("ici"))));
            }
        }
        for (JsonNode test : tree.get("delong")) {
            JsonNode shown = test.get("clustered").isNull() ? test : test.get("clustered");
            out.println(test.get("a").stringValue() + " - " + test.get("b").stringValue() + ": "
                    + number(test.get("difference")) + ", p " + number(shown.get("p"))
                    + (shown == test ? " (DeLong)" : " (DeLong by patient)"));
        }
    }

    private static String number(JsonNode value) {
        return value.isNull() ? "none" : String.format(Locale.ROOT, "%.3f", value.doubleValue());
    }
}
